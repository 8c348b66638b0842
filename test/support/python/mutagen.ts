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
const reader = fileURLToPath(new URL('read_tags.py', import.meta.url))
const writer = fileURLToPath(new URL('write_tags.py', import.meta.url))

export const hasMutagen = (() => {
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
  describe.skipIf(!hasMutagen)(`${name} (mutagen)`, tests)

/** One process for all files: it takes longer to start than to read. */
export async function readWithMutagen(
  paths: readonly string[],
): Promise<Readonly<Record<string, MutagenAnswer>>> {
  if (!hasMutagen) return {}
  return JSON.parse(await run(reader, paths))
}

/** Writes tags into these files: path to texts, by the names in `write_tags.py`. */
export async function tagWithMutagen(files: Readonly<Record<string, object>>): Promise<void> {
  await run(writer, files)
}

const run = (script: string, given: unknown) =>
  new Promise<string>((resolve, reject) => {
    const options = { maxBuffer: 256 * 1024 * 1024 }
    const child = execFile(python, [script], options, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
    child.stdin?.end(JSON.stringify(given))
  })
