import { MAX_PLAYLIST_BYTES } from '../../model/lists/no-playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** A text of more than this is no playlist. */
export const MAX_BYTES = MAX_PLAYLIST_BYTES

/** A file of input before it is known to be text. */
export interface InputFile {
  /** Base name, or `-`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Its place in the folder or zip that was given, with `/` between the parts. */
  readonly path?: string
  /** The folder that it lies in; none of what came in a zip or by standard input. */
  readonly folder?: string
}

/** A database of SQLite, which is read where it lies. */
export interface DatabaseFile {
  readonly name: string
  readonly database: string
}

/** A listening history, never in memory as a whole. */
export interface HistoryFile {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** The whole of a stream, whatever size it was said to have; UserError when it is more than MAX_BYTES. */
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
    if (bytes > MAX_BYTES) throw tooLarge(name)
    chunks.push(chunk)
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, bytes)
}

export function tooLarge(name: string): UserError {
  const maxMegabytes = MAX_BYTES / 1024 / 1024
  return new UserError(
    reason('playlist.too-large', { input: name, maxMegabytes }),
    reason('playlist.drop-playlist-only'),
  )
}
