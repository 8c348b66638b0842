import type { Decide, Found, HandSearch, JobRequest, Row } from '../../../api/contract.ts'
import type { StoredFile } from '../../archives/files/sendable.ts'
import type { SettingsService } from '../../context.ts'
import type { AllowedFolders } from '../../settings/allowed-folders.ts'
import { decideRow } from '../decide-row.ts'
import type { View } from '../row-view.ts'
import { type RowWithOutcome, requireTrack } from '../view.ts'
import type { HandSearches } from './hand-searches.ts'
import { findPlaces } from './where.ts'

/** What correcting by hand needs, whichever rows are looked at. */
export interface CorrectTools {
  readonly searches: HandSearches
  readonly settings: SettingsService
  readonly folders: AllowedFolders
}

interface ViewOfRows {
  /** The archive. */
  readonly into: string
  readonly request?: JobRequest
  readonly find: (key: string) => Promise<RowWithOutcome>
  /** Tells those who look at the row. */
  readonly patch?: (row: Row) => Promise<Row>
}

/** The part of a view by which its rows are corrected. */
export function correctView(
  { into, request, find, patch = async (row) => row }: ViewOfRows,
  { searches, settings, folders }: CorrectTools,
): Pick<View, 'decide' | 'search' | 'foundAudio'> {
  return {
    async decide(key: string, decision: Decide, signal: AbortSignal): Promise<Row> {
      return await patch(await decideRow(await find(key), decision, into, searches, signal))
    },
    async search(key: string, asked: HandSearch, signal: AbortSignal): Promise<Found> {
      const track = requireTrack((await find(key)).outcome)
      const places = await findPlaces(into, request, settings, folders)
      return await searches.search({ key, track }, asked, places, signal)
    },
    async foundAudio(key: string, search: string, candidate: number): Promise<StoredFile> {
      return await searches.audio(searches.find(search, candidate, { key, into }))
    },
  }
}
