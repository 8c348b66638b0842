import { UserError } from '../../words/user-error.ts'

/** A text of more than this is no playlist. */
export const MOST_BYTES = 64 * 1024 * 1024

/** A file of input before it is known to be text. */
export interface InputFile {
  /** Base name, or `-`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A listening history, never in memory as a whole. */
export interface HistoryFile {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

export function describeInput(name: string): string {
  return name === '-' ? 'Standard input' : `“${name}”`
}

/** The whole of a stream, whatever size it was said to have; UserError when it is more than MOST_BYTES. */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    signal?.throwIfAborted()
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw tooLarge(name)
    chunks.push(chunk)
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, bytes)
}

export function tooLarge(name: string): UserError {
  const megabytes = MOST_BYTES / 1024 / 1024
  return new UserError(
    `${describeInput(name)} is larger than ${megabytes} MB, too large for a playlist.`,
  )
}
