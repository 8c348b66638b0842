import { reason } from '../../model/reason.ts'
import type { LongTail } from '../../report/long-tail/long-tail.ts'
import { UserError } from '../../words/user-error.ts'
import { measureCatalogue } from './catalogue.ts'
import { measureListening } from './listening.ts'

export interface TailOptions {
  /** Folders of archives. */
  readonly archives: readonly string[]
  /** Files or folders of a listening history; `-` is standard input. */
  readonly history: readonly string[]
  /** A catalogue's folder. */
  readonly catalogue?: string
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Of a catalogue: recordings read, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** The long tail of archives, a listening history or a catalogue. UserError where none, or what does not fit, is named. */
export async function measureTail(options: TailOptions): Promise<LongTail> {
  const { archives, history, catalogue } = options
  if (catalogue === undefined) {
    if (archives.length + history.length === 0)
      throw new UserError(reason('app.tail-name-something'))
    return await measureListening(options)
  }
  if (history.length > 0) throw new UserError(reason('app.tail-history-or-catalogue'))
  return await measureCatalogue({ ...options, folder: catalogue })
}
