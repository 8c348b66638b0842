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
  const { playlist, recordedAt, changes, left, withdrawn, damagedLines } = history
  const told = words.changes.history
  const { units } = words
  const cut = (line: string) => fitWidth(line, Math.max(40, width))
  const last = recordedAt === undefined ? [] : [cleanLine(told.lastBackedUp(recordedAt))]
  const sections = [
    [paint('bold', cut(cleanLine(playlist))), ...last],
    list(told.left(left.length), left, ({ at, entry }) => [
      at === undefined ? '' : units.day(at),
      nameOf(entry, words),
    ]),
    list(told.withdrawn(withdrawn.length), withdrawn, ({ at, entry }) => [
      at === undefined ? told.fromTheStart : units.day(at),
      [nameOf(entry, words), noteOf(entry, words)].filter(Boolean).join(': '),
    ]),
    list(told.runs(changes.length), changes, (line) => [
      units.time(line.at),
      countChanges(line, words),
    ]),
    changes.length + withdrawn.length === 0 ? [told.nothing] : [],
    damagedLines.length > 0 ? [told.damagedLines(damagedLines.slice(0, MAX_LINES))] : [],
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.map(cut).join('\n')).join('\n\n')}\n`

  function list<Item>(
    title: string,
    items: readonly Item[],
    tell: (item: Item) => readonly [string, string],
  ): readonly string[] {
    if (items.length === 0) return []
    const rows = items.map(tell)
    const longest = rows.reduce((most, [when]) => Math.max(most, when.length), 0)
    return [
      paint('bold', title),
      ...rows.map(([when, what]) => `  ${when.padEnd(longest)}  ${cleanLine(what)}`),
    ]
  }
}

/** Numbers of damaged lines that are named. */
const MAX_LINES = 20
