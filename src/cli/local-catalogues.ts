import { say } from '../words/say.ts'
import type { Words } from '../words/words.ts'
import { environmentIn } from './language.ts'

/** The folders of catalogues that are named by their paths or by the addresses that they were fetched from. */
export async function localCatalogues(
  named: readonly string[] | undefined,
  words: Words,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly string[]> {
  if (!named || named.length === 0) return []
  const { resolveCatalogues } = await import('../app/catalogues/published/resolve.ts')
  return await resolveCatalogues(named, environmentIn(words), signal, (note) => {
    process.stderr.write(`${say(note, words)}\n`)
  })
}
