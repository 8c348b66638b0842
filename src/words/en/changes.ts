import type { Changes } from '../../model/lists/changes.ts'
import { units } from './units.ts'

const { count, time } = units

export type ChangeKind = Exclude<keyof Changes, 'since'>

const labels: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  returned: 'Returned',
}

/** What became of a playlist, and its history. */
export const changes = {
  labels,
  /** `2 added`. */
  counted: (number: number, kind: ChangeKind) => `${count(number)} ${labels[kind].toLowerCase()}`,
  unchanged: (since: string) => `The playlist has not changed since ${time(since)}.`,
  since: (since: string, counts: string) => `Since ${time(since)}: ${counts}`,
  more: (number: number) => `and ${count(number)} more; report.json has them all`,
  emptyRow: 'An empty row',
  was: (before: string) => `was: ${before}`,
  wasOn: (album: string) => `was on: ${album}`,
  hadIsrc: (isrc: string) => `had the ISRC ${isrc}`,
  withoutAddress: 'without an address',
  canBeRead: 'can be read now',
  history: {
    lastBackedUp: (at: string) => `Last backed up: ${time(at)}`,
    left: (number: number) => `Left the playlist (${count(number)})`,
    withdrawn: (number: number) => `No longer played by the service (${count(number)})`,
    runs: (number: number) => `Runs that found it changed (${count(number)})`,
    fromTheStart: 'from the start',
    nothing: 'Nothing has changed so far.',
    damagedLines: (numbers: readonly number[]) =>
      `Lines of its history that cannot be read: ${numbers.join(', ')}`,
  },
}
