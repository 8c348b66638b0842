import type { Preview } from '../../../../src/api/contract.ts'
import type { SentReason, Told } from '../../../../src/model/reason.ts'
import type { Uploaded } from '../../../api/upload.ts'

/** Why something is not read, and what to do instead. */
export interface Refusal {
  readonly reason: SentReason | Told
  readonly advice?: SentReason | Told
}

type Staged = Extract<Preview['inputs'][number], { kind: 'reading' }>

/** One thing that the reader has put in. */
export type InputItem = {
  readonly id: number
  /** As it is shown. */
  readonly name: string
  /** It stays in sight with this, and is in no order. */
  readonly refused?: Refusal
} & (
  | { readonly kind: 'link' | 'path' }
  | {
      readonly kind: 'file'
      readonly file: Blob
      /** Bytes that have left. */
      readonly sent: number
      /** Until it was read: what is read is gone at the server. */
      readonly uploaded?: Uploaded
    }
  /** Files and paths that were read before the page was loaded anew. */
  | { readonly kind: 'staged'; readonly reading: Staged }
  /** A folder without a playlist. */
  | { readonly kind: 'folder' }
)

export interface Inputs {
  readonly items: readonly InputItem[]
  readonly state:
    | { readonly kind: 'nothing' | 'sending' | 'reading' | 'stopped' }
    | { readonly kind: 'understood'; readonly preview: Preview }
    | { readonly kind: 'failed'; readonly error: unknown }
}

/** The name of what is no file: the server calls it by what is read of it. */
export const PASTED = '-'

/** An order takes no more. */
export const MAX_ITEMS = 200
