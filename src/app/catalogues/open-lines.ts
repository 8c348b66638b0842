import { openFile, readLines } from '../../catalogue/read/lines.ts'

/** The lines of a file, `.gz` and `.zst` unpacked, or of standard input (`-`). */
export async function* openLines(path: string): AsyncGenerator<string> {
  const { signal } = new AbortController()
  for await (const lines of readLines(openFile(path, signal).chunks)) yield* lines
}
