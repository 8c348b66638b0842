import { execFile, execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

/** What Debian's python3-mutagen reads: texts by their place, dates and numbers as texts, a cover as its checksum. */
export interface MutagenAnswer {
  readonly kind: string
  readonly seconds: number
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly error?: string
}

const python = '/usr/bin/python3'
const script = fileURLToPath(new URL('read_tags.py', import.meta.url))

const isThere = (() => {
  try {
    execFileSync(python, ['-c', 'import mutagen'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(
      'SKIPPED, no python3-mutagen (Debian): tests of what a second reader makes of tags',
    )
    return false
  }
})()

export const describeMutagen = (name: string, tests: () => void) =>
  describe.skipIf(!isThere)(`${name} (mutagen)`, tests)

/** One process for all files: it takes longer to start than to read. */
export async function readWithMutagen(
  paths: readonly string[],
): Promise<Readonly<Record<string, MutagenAnswer>>> {
  if (!isThere) return {}
  return await new Promise((resolve, reject) => {
    const child = execFile(python, [script], { maxBuffer: 256 * 1024 * 1024 }, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    )
    child.stdin?.end(JSON.stringify(paths))
  })
}
