import type { Archive } from '../../archive/archive.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import type { TrashedLists } from '../../model/lists/trashed-lists.ts'
import { reason } from '../../model/reason.ts'
import { HISTORY, writeHistoryLine } from '../../report/changes/history.ts'
import { renderHtml } from '../../report/html/report.ts'
import { renderJson } from '../../report/json/report.ts'
import { readStoredReport, type StoredReport } from '../../report/json/stored-report.ts'
import { renderM3u8 } from '../../report/m3u8.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { joinHistories } from './join-histories.ts'
import { joinReports } from './join-reports.ts'

export interface MergedLists extends TrashedLists {
  /** Entries that the list did not have before. */
  readonly added: number
  /** And how many it has now. */
  readonly entries: number
}

/**
 * Joins one list with another, whose id, name, folder and own address stay: the entries that it does not have come
 * behind its own, the histories become one, and what comes in from the other's address is its newer version from now
 * on. No file is moved. The texts as they were lie in the trash. UserError where a report cannot be read.
 */
export async function mergeLists(
  from: KeptList,
  into: KeptList,
  archive: Archive,
  words: Words,
): Promise<MergedLists> {
  const before = await read(into, archive)
  const other = await read(from, archive)
  try {
    const { report, added } = joinReports(before, other, into)
    const { entries } = report.playlist
    const history = joinHistories(
      (await archive.readText(into.folder, HISTORY)) ?? '',
      (await archive.readText(from.folder, HISTORY)) ?? '',
      entries,
    )
    const line = report.changes && writeHistoryLine(report.finishedAt, report.changes)
    const texts = new Map([
      ['playlist.m3u8', renderM3u8(report, into.folder, words)],
      ['report.json', renderJson(report)],
      ['report.html', renderHtml(report, words, into.folder)],
      [HISTORY, `${history}${added.length > 0 ? line : ''}`],
    ])
    const change = { kind: 'merged', lists: [from.id], into: into.id, texts } as const
    const trashed = await archive.setListsAside(change)
    return { ...trashed, added: added.length, entries: entries.length }
  } catch (error) {
    // A report of an archive may hold anything.
    if (error instanceof TypeError) throw damaged()
    throw error
  }
}

async function read({ folder }: KeptList, archive: Archive): Promise<StoredReport> {
  const text = await archive.readText(folder, 'report.json')
  if (text === undefined)
    throw new UserError(reason('archive.no-report'), reason('archive.back-up-again'))
  const stored = readStoredReport(text)
  if (!stored) throw damaged()
  return stored
}

const damaged = () =>
  new UserError(reason('archive.report-damaged'), reason('archive.back-up-again'))
