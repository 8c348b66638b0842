import type { Entry } from '../../model/playlist.ts'
import { cleanLine, fitWidth, type Paint } from '../terminal/width.ts'
import { formatCount, formatDay, formatTime } from '../words.ts'
import type { Departed } from './departed.ts'
import type { HistoryLine } from './history.ts'
import { countChanges, nameOf } from './tell.ts'

/** The history of one playlist, as far as a page tells it. */
export interface ToldHistory {
  readonly playlist: string
  readonly recordedAt?: string
  readonly changes: readonly HistoryLine[]
  readonly left: readonly Departed[]
  readonly withdrawn: readonly Departed[]
  readonly damagedLines: readonly number[]
}

/** What left a playlist and when, what its service no longer plays, and every run that found it changed. */
export function renderHistory(history: ToldHistory, width: number, paint: Paint): string {
  const { playlist, recordedAt, changes, left, withdrawn, damagedLines } = history
  const cut = (line: string) => fitWidth(line, Math.max(40, width))
  const last =
    recordedAt === undefined ? [] : [`Last backed up: ${cleanLine(formatTime(recordedAt))}`]
  const sections = [
    [paint('bold', cut(cleanLine(playlist))), ...last],
    list('Left the playlist', left, ({ at, entry }) => [day(at), nameOf(entry)]),
    list('No longer played by the service', withdrawn, ({ at, entry }) => [
      at === undefined ? 'from the start' : day(at),
      [nameOf(entry), reasonOf(entry)].filter(Boolean).join(': '),
    ]),
    list('Runs that found it changed', changes, (line) => [
      formatTime(line.at),
      countChanges(line),
    ]),
    changes.length + withdrawn.length === 0 ? ['Nothing has changed so far.'] : [],
    damagedLines.length > 0
      ? [`Lines of its history that cannot be read: ${damagedLines.slice(0, 20).join(', ')}`]
      : [],
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.map(cut).join('\n')).join('\n\n')}\n`

  function list<Item>(
    title: string,
    items: readonly Item[],
    tell: (item: Item) => readonly [string, string],
  ): readonly string[] {
    if (items.length === 0) return []
    const told = items.map(tell)
    const longest = told.reduce((most, [when]) => Math.max(most, when.length), 0)
    return [
      paint('bold', `${title} (${formatCount(items.length)})`),
      ...told.map(([when, what]) => `  ${when.padEnd(longest)}  ${cleanLine(what)}`),
    ]
  }
}

const day = (at: string | undefined) => (at === undefined ? '' : formatDay(at))

const reasonOf = (entry: Entry) => (entry.kind === 'track' ? entry.note : entry.reason)
