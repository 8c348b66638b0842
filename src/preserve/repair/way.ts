import type { FileFault, FixityFinding } from '../../model/fixity.ts'
import type { Reason } from '../../model/reason.ts'
import type { ByteRange, Remedy } from '../../model/remedy.ts'

/** A file that is missing or damaged. */
export type Fault = Extract<FixityFinding, FileFault>

/** One way to have the bytes of a file back; the members know nothing of one another. */
export interface RepairWay {
  readonly remedy: Remedy
  /** Looks for the file's bytes, their digest compared, and writes nothing. */
  find(fault: Fault, signal?: AbortSignal): Promise<Found>
}

export type Found =
  /** `write` makes a file of them, which must not exist. What it wrote is compared again before it is used. */
  | { readonly kind: 'found'; readonly write: (temporary: string) => Promise<void> }
  /** `lost`: the bytes that this way cannot restore, where it knows them. */
  | { readonly kind: 'nothing'; readonly reason?: Reason; readonly lost?: readonly ByteRange[] }

export const nothing = (reason?: Reason, lost?: readonly ByteRange[]): Found => ({
  kind: 'nothing',
  reason,
  lost,
})
