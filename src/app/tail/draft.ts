import type { Track } from '../../model/track.ts'
import type { ArchiveFileState, ReportRow } from './read-archive.ts'
import { type FoundBy, TrackIndex } from './track-index.ts'

/** What is gathered of one recording. */
export interface Draft {
  readonly track: Track
  /** Files that are whole, the first one of each archive; the archive by its number. */
  readonly whole: { readonly archive: number; readonly state: ArchiveFileState }[]
  /** Its file is named by an inventory, and not whole in any archive. */
  hasBroken: boolean
  /** The latest row of a report about it. */
  row?: ReportRow
  /** Entries of lists that name it. */
  entries: number
  /** Plays by the history that was given. */
  plays: number
  /** Plays as reports of the archive tell them. */
  told: number
  /** How the history's track was found to be the kept one; the surest way of several. */
  by?: FoundBy
  /** `''` where nobody knows since when. */
  withdrawnAt?: string
  /** Addresses that services know it by. */
  readonly uris: Set<string>
}

/** Recordings as they come from inventories, reports and a history: what is the same is put together. */
export class Drafts {
  readonly #all: Draft[] = []
  readonly #kept = new TrackIndex<Draft>()
  readonly #missing = new TrackIndex<Draft>()
  readonly #byPath = new Map<string, Draft>()
  readonly #byRecording = new Map<string, Draft>()

  all(): readonly Draft[] {
    return this.#all
  }

  /** All files come before all rows. */
  addFile(archive: number, state: ArchiveFileState): void {
    const { path, track, chosen, durationMs } = state.file
    const key = JSON.stringify([chosen.source, chosen.id])
    const same = this.#byRecording.get(key) ?? this.#foundElsewhere(archive, track)
    const draft = same ?? this.#begin(track)
    this.#byRecording.set(key, draft)
    this.#byPath.set(pathKey(archive, path), draft)
    if (!state.isWhole) draft.hasBroken = true
    else if (!draft.whole.some((each) => each.archive === archive))
      draft.whole.push({ archive, state })
    if (track.uri !== undefined) draft.uris.add(track.uri)
    this.#kept.add(draft, track, durationMs)
  }

  addRow(archive: number, row: ReportRow): void {
    const { track, path } = row
    const kept = path === undefined ? undefined : this.#byPath.get(pathKey(archive, path))
    const draft = kept ?? this.#find(track)?.draft ?? this.#begin(track, this.#missing)
    draft.entries++
    draft.told = Math.max(draft.told, track.plays ?? 0)
    if (row.outcome && (kept || draft.row?.outcome === undefined)) draft.row = row
    if (track.uri !== undefined) draft.uris.add(track.uri)
  }

  addPlayed(track: Track): void {
    const found = this.#find(track)
    const draft = found?.draft ?? this.#begin(track)
    draft.plays += track.plays ?? 0
    if (found && (draft.by === undefined || found.by !== 'names')) draft.by = found.by
    if (track.uri !== undefined) draft.uris.add(track.uri)
  }

  addWithdrawn(track: Track, at: string | undefined): void {
    const draft = this.#find(track)?.draft ?? this.#begin(track, this.#missing)
    draft.withdrawnAt ??= at ?? ''
  }

  #find(track: Track): { readonly draft: Draft; readonly by: FoundBy } | undefined {
    const found = this.#kept.find(track) ?? this.#missing.find(track)
    return found && { draft: found.items[0], by: found.by }
  }

  /** In another archive; two files of one archive are two recordings, unless they are made of one. */
  #foundElsewhere(archive: number, track: Track): Draft | undefined {
    if (archive === 0) return undefined
    const draft = this.#kept.find(track)?.items[0]
    return draft?.whole.some((each) => each.archive === archive) ? undefined : draft
  }

  #begin(track: Track, index?: TrackIndex<Draft>): Draft {
    const draft: Draft = {
      track,
      whole: [],
      hasBroken: false,
      entries: 0,
      plays: 0,
      told: 0,
      uris: new Set(),
    }
    this.#all.push(draft)
    index?.add(draft, track)
    return draft
  }
}

const pathKey = (archive: number, path: string) => `${archive}/${path}`
