import type { Decide, Details, Found, HandSearch, Row, Snapshot } from '../../api/contract.ts'
import type { StoredFile, StoredPicture } from '../archives/files/sendable.ts'

/** The rows of one run, or of one playlist of an archive. */
export interface View {
  snapshot(): Promise<Snapshot>
  /** UserError where there is no such row, here and below. */
  details(key: string): Promise<Details>
  /** The sound of a candidate that is a file of the user's. */
  audio(key: string, candidate: number): Promise<StoredFile>
  /** The cover in such a file. */
  cover(key: string, candidate: number): Promise<StoredPicture>
  decide(key: string, decision: Decide, signal: AbortSignal): Promise<Row>
  /** Looks by hand for what may be the row's recording: its candidates can be decided for. */
  search(key: string, asked: HandSearch, signal: AbortSignal): Promise<Found>
  /** The sound of what was found so, where it is a file of the user's. */
  foundAudio(key: string, search: string, candidate: number): Promise<StoredFile>
  takeBack(key: string): Promise<Row>
}
