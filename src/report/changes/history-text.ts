import type { Words } from '../../words/words.ts'
import { cleanLine, fitWidth, type Paint } from '../terminal/width.ts'
import type { Departed } from './departed.ts'
import type { HistoryLine } from './history.ts'
import { countChanges, nameOf, noteOf } from './tell.ts'

/** The history of one playlist, as far as it is told. */
export interface ToldHistory {
  readonly playlist: string
  readonly recordedAt?: string
  readonly changes: readonly HistoryLine[]
  readonly left: readonly Departed[]
  readonly withdrawn: readonly Departed[]
  readonly damagedLines: readonly number[]
}

/** What left a playlist and when, what its service no longer plays, and every run that found it changed. */
export function renderHistory(
  history: ToldHistory,
  width: number,
  paint: Paint,
  words: Words,
): string {
  const cut = (line: string) => fitWidth(line, Math.max(40, width))
  const { playlist, recordedAt, changes, withdrawn, damagedLines } = history
  const told = words.changes.history
  const head = [paint('bold', cut(cleanLine(playlist)))]
  if (recordedAt !== undefined) head.push(cleanLine(told.lastBackedUp(recordedAt)))
  const sections = [head, ...listSections(history, paint, words)]
  if (changes.length + withdrawn.length === 0) sections.push([told.nothing])
  if (damagedLines.length > 0) sections.push([told.damagedLines(damagedLines.slice(0, MAX_LINES))])
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.map(cut).join('\n')).join('\n\n')}\n`
}

/** The lines of what left, what is withdrawn, and the runs; none for a section without items. */
function listSections(
  { left, withdrawn, changes }: ToldHistory,
  paint: Paint,
  words: Words,
): readonly (readonly string[])[] {
  const told = words.changes.history
  const { units } = words
  const leftRows = left.map(
    ({ at, entry }): TextLine => [at === undefined ? '' : units.day(at), nameOf(entry, words)],
  )
  const withdrawnRows = withdrawn.map(
    ({ at, entry }): TextLine => [
      at === undefined ? told.fromTheStart : units.day(at),
      [nameOf(entry, words), noteOf(entry, words)].filter(Boolean).join(': '),
    ],
  )
  const runRows = changes.map((line): TextLine => [units.time(line.at), countChanges(line, words)])
  return [
    renderSection(told.left(left.length), leftRows, paint),
    renderSection(told.withdrawn(withdrawn.length), withdrawnRows, paint),
    renderSection(told.runs(changes.length), runRows, paint),
  ]
}

/** When, and what. */
type TextLine = readonly [string, string]

function renderSection(title: string, rows: readonly TextLine[], paint: Paint): readonly string[] {
  if (rows.length === 0) return []
  const longest = rows.reduce((most, [when]) => Math.max(most, when.length), 0)
  return [
    paint('bold', title),
    ...rows.map(([when, what]) => `  ${when.padEnd(longest)}  ${cleanLine(what)}`),
  ]
}

/** Numbers of damaged lines that are named. */
const MAX_LINES = 20
