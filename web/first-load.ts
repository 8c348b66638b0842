// biome-ignore lint/style/noRestrictedImports: this runs with Vite, not in the page
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What a first visit may load before it shows anything: kB of script, compressed. */
const MAX_KB = 150

/** Says what the first load costs, and lets no build pass in which it costs too much. */
export function tellFirstLoad(): Plugin {
  return {
    name: 'first-load',
    generateBundle(_, bundle) {
      const needed = new Set<string>()
      const need = (fileName: string): void => {
        const chunk = bundle[fileName]
        if (chunk?.type !== 'chunk' || needed.has(fileName)) return
        needed.add(fileName)
        chunk.imports.forEach(need)
      }
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry) need(chunk.fileName)
      const bytes = [...needed]
        .map((fileName) => bundle[fileName])
        .map((chunk) => (chunk?.type === 'chunk' ? gzipSync(chunk.code).length : 0))
        .reduce((sum, size) => sum + size, 0)
      const kb = bytes / 1000
      const said = `The first load needs ${kb.toFixed(1)} kB of script, compressed`
      if (kb > MAX_KB) this.error(`${said}; it may be ${MAX_KB} kB at most.`)
      this.info(`${said} (${needed.size} files, ${MAX_KB} kB at most).`)
    },
  }
}
