import { readFile } from 'node:fs/promises'
import type { ArchivedPlaylist, ListEntry, Row, Snapshot } from '../../api/contract.ts'
import { readDecisions } from '../../archive/decisions/decisions.ts'
import { locate } from '../../archive/files/inside.ts'
import { MAX_TEXT_BYTES } from '../../archive/files/paths.ts'
import { isSafePath } from '../../archive/naming/clean.ts'
import { look } from '../../base/inside.ts'
import { asList, asRecord, asText, type JsonObject, parseJson } from '../../base/json.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import { type Outcome, outcomeKinds } from '../../model/outcome.ts'
import { reason, textReason } from '../../model/reason.ts'
import { type PlaylistLink, readLink } from '../../playlist/links/playlist-link.ts'
import { readEntry, readTrack } from '../../report/json/read-entry.ts'
import { readReason, readReasons, readSpelled } from '../../words/spell-out.ts'
import { UserError } from '../../words/user-error.ts'
import { rowKey, rowOfEntry, rowOfOutcome } from '../backups/rows.ts'
import type { RowWithOutcome } from '../backups/view.ts'

/** A playlist of an archive as its last report has it. */
export interface ArchivedReport {
  readonly list: ListEntry
  /** By key. */
  readonly rows: ReadonlyMap<string, RowWithOutcome>
  readonly at?: string
  /** How the list is kept, believing nothing. */
  readonly asked?: JsonObject
}

/** UserError where there is no such playlist, or its report cannot be read. */
export async function readArchivedReport(dir: string, folder: string): Promise<ArchivedReport> {
  const path = `${folder}/report.json`
  const place = isSafePath(path) ? await locate(dir, path).catch(() => undefined) : undefined
  const found = place === undefined ? undefined : await look(place)
  if (place === undefined || !found?.isFile() || found.size > MAX_TEXT_BYTES)
    throw new UserError(reason('archive.no-report'))
  const report = parseReport(await readFile(place, 'utf8'))
  if (report) return report
  throw new UserError(reason('archive.report-damaged'), reason('archive.back-up-again'))
}

/** Believes nothing: what is wrong in one entry costs that entry alone. Undefined where it is no report. */
export function parseReport(text: string): ArchivedReport | undefined {
  const whole = asRecord(parseJson(text))
  const { playlist, outcomes, unreached, finishedAt } = whole
  const { name, format, uri } = asRecord(playlist)
  if (typeof name !== 'string' || !Array.isArray(outcomes)) return undefined
  const rows = readRows(outcomes, asList(unreached))
  const leftOut = [...rows.values()].filter(({ row }) => row.state === 'skipped').length
  return {
    list: {
      kind: 'list',
      key: 'list.0',
      list: 0,
      name,
      format: typeof format === 'string' ? format : '',
      uri: typeof uri === 'string' ? uri : undefined,
      tracks: rows.size - leftOut,
      leftOut,
      notes: [...readReasons(asRecord(playlist), 'notes')],
      report: readRun(whole),
    },
    rows,
    at: typeof finishedAt === 'string' ? finishedAt : undefined,
    asked: Object.keys(asRecord(whole.asked)).length > 0 ? asRecord(whole.asked) : undefined,
  }
}

function readRows(outcomes: readonly unknown[], unreached: readonly unknown[]) {
  const rows = new Map<string, RowWithOutcome>()
  for (const each of outcomes) {
    const told = readOutcome(asRecord(each))
    if (told) rows.set(told.row.key, told)
  }
  for (const each of unreached) {
    const entry = readEntry(asRecord(each))
    if (entry) rows.set(rowKey(0, entry.position), { row: rowOfEntry(0, entry) })
  }
  return rows
}

/** What is told of the run as a whole. */
function readRun(whole: JsonObject): ListEntry['report'] {
  const summary = asRecord(whole.summary)
  const { tookMs, bytes } = summary
  const texts = (value: unknown) => asList(value).filter((each) => typeof each === 'string')
  return {
    summary: readReason(summary, 'text') ?? textReason(''),
    stopped: whole.stopped === true,
    dryRun: whole.dryRun === true,
    tookMs: typeof tookMs === 'number' ? tookMs : 0,
    bytes: typeof bytes === 'number' ? bytes : 0,
    hosts: texts(whole.hosts),
    refusedRequests: [...readReasons(whole, 'refusedRequests')],
    archiveNotes: [...readReasons(whole, 'archiveNotes')],
    network: readReason(whole, 'network'),
    unavailable: asList(whole.unavailable)
      .map(asRecord)
      .map((fields) => ({
        source: asText(fields.source),
        reason: readReason(fields, 'reason') ?? textReason(''),
      })),
  }
}

function readOutcome(fields: JsonObject): RowWithOutcome | undefined {
  const { kind, position, text } = fields
  const isKnown = outcomeKinds.some((each) => each === kind) && Number.isSafeInteger(position)
  const isNamed = kind === 'skipped' ? typeof text === 'string' : readTrack(asRecord(fields.track))
  if (!isKnown || !isNamed) return undefined
  try {
    const outcome = readSpelled(fields) as Outcome
    return { row: rowOfOutcome(0, outcome), outcome }
  } catch {
    return undefined
  }
}

/** The rows as the page has them, with what was decided since the report was written. */
export async function snapshotReport(
  { list, rows }: ArchivedReport,
  dir: string,
  folder: string,
): Promise<Snapshot> {
  const decisions = await readDecisions(dir)
  const html = { html: `${folder}/report.html`, playlist: `${folder}/playlist.m3u8` }
  return {
    seq: 0,
    entries: [
      { ...list, report: list.report && { ...list.report, ...html } },
      ...[...rows.values()].map(({ row, outcome }): Row => {
        const track = outcome && 'track' in outcome ? outcome.track : undefined
        const decided = track && decisions.find(track)?.choice.kind
        return decided ? { ...row, decided } : row
      }),
    ],
  }
}

/** One line of the library. */
export function describePlaylist(
  folder: string,
  report: ArchivedReport,
  id: string | undefined,
): Omit<ArchivedPlaylist, 'bytes'> {
  const { list, rows, at } = report
  const counts: Record<string, number> = {}
  for (const { row } of rows.values()) counts[row.state] = (counts[row.state] ?? 0) + 1
  const link = list.uri === undefined ? undefined : readLink(list.uri)
  return {
    id,
    folder,
    name: list.name,
    uri: list.uri,
    counts,
    tracks: list.tracks,
    at,
    stopped: list.report?.stopped === true,
    isDamaged: false,
    covers: listCovers([...rows.values()]),
    asked: report.asked,
    canSync: link !== undefined && canReadAgain(link),
  }
}

/** The line of a playlist whose report cannot be read. */
export const describeDamaged = (
  folder: string,
  list: KeptList | undefined,
): Omit<ArchivedPlaylist, 'bytes'> => ({
  id: list?.id,
  folder,
  name: list?.name ?? folder,
  counts: {},
  tracks: 0,
  stopped: false,
  isDamaged: true,
  canSync: false,
})

/** Files that may have no cover of their own are many: after so many albums none is looked for. */
const MAX_COVERS = 3

function listCovers(rows: readonly RowWithOutcome[]): string[] {
  const byAlbum = new Map<string, string>()
  for (const { row } of rows) {
    const { file, album = '', artists } = row
    const key = `${artists[0] ?? ''}\n${album}`
    if (file !== undefined && !byAlbum.has(key)) byAlbum.set(key, file)
    if (byAlbum.size === MAX_COVERS) break
  }
  return [...byAlbum.values()]
}

const canReadAgain = (link: PlaylistLink) =>
  link.kind === 'liked' ||
  link.kind === 'server' ||
  link.kind === 'playlist' ||
  link.kind === 'album' ||
  (link.kind === 'service' && link.what !== 'track')
