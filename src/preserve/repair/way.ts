import type { FileFault, FixityFinding } from '../../model/preserve/fixity.ts'
import type { ByteRange, Remedy } from '../../model/preserve/remedy.ts'
import type { Reason } from '../../model/reason.ts'

/** A file that is missing or damaged. */
export type Fault = Extract<FixityFinding, FileFault>

/** One way to have the bytes of a file back; the members know nothing of one another. */
export interface RepairWay {
  readonly remedy: Remedy
  /**
   * Looks for the file's bytes, their digest compared, and writes them into a new file where one is named: it is
   * compared again before it is used. Where nothing is found, no such file is left.
   */
  find(fault: Fault, options: FindOptions): Promise<Found>
}

export interface FindOptions {
  /** Must not exist. Without it nothing is written. */
  readonly temporary?: string
  readonly signal?: AbortSignal
}

export type Found =
  | { readonly kind: 'found' }
  /** `lost`: the bytes that this way cannot restore, where it knows them. */
  | { readonly kind: 'nothing'; readonly reason?: Reason; readonly lost?: readonly ByteRange[] }

export const nothing = (reason?: Reason, lost?: readonly ByteRange[]): Found => ({
  kind: 'nothing',
  reason,
  lost,
})
