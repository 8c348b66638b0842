import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What a first visit may load before it shows anything: kB of script, compressed. */
const MAX_KB = 150

/** A language's own file: one of them is loaded at first, never two. */
const LANGUAGE = /[\\/]web[\\/]text[\\/](?:en|de)[\\/]index\.ts$/

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly isEntry: boolean
  readonly facadeModuleId: string | null
  readonly imports: readonly string[]
  readonly code: string
}

type Bundle = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>

/** Says what the first load costs, and lets no build pass in which it costs too much. */
export function tellFirstLoad(): Plugin {
  return {
    name: 'first-load',
    generateBundle(_, bundle) {
      const loads = measureFirstLoads(bundle as Bundle)
      for (const { files, kb } of loads) {
        const cost = `The first load needs ${kb.toFixed(1)} kB of script, compressed`
        if (kb > MAX_KB) this.error(`${cost}; it may be ${MAX_KB} kB at most.`)
        this.info(`${cost} (${files} files, ${MAX_KB} kB at most).`)
      }
    },
  }
}

/** The first load in each language: the page itself, and the language's file. */
function measureFirstLoads(bundle: Bundle) {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const entries = chunks.filter(({ isEntry }) => isEntry)
  const languages = chunks.filter(({ facadeModuleId }) => LANGUAGE.test(facadeModuleId ?? ''))
  if (languages.length === 0) throw new Error('No language has a file of its own.')
  return languages.map((language) => {
    const needed = chunksNeededBy([...entries, language], bundle)
    const others = languages.filter((other) => other !== language)
    if (others.some((other) => needed.has(other)))
      throw new Error('Two languages are loaded at first.')
    const bytes = [...needed].reduce((sum, { code }) => sum + gzipSync(code).length, 0)
    return { files: needed.size, kb: bytes / 1000 }
  })
}

function chunksNeededBy(first: readonly Chunk[], bundle: Bundle): ReadonlySet<Chunk> {
  const needed = new Set<Chunk>()
  const need = (chunk: Bundle[string] | undefined): void => {
    if (chunk?.type !== 'chunk' || needed.has(chunk)) return
    needed.add(chunk)
    for (const fileName of chunk.imports) need(bundle[fileName])
  }
  first.forEach(need)
  return needed
}
