import type { StoryCounts } from '../story-counts.ts'

const numbers = [
  ...['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve'],
]

/** `two`, and `13` from there on. */
const spelled = (number: number) => numbers[number] ?? new Intl.NumberFormat('en-GB').format(number)

const tracks = (number: number) => `${spelled(number)} ${number === 1 ? 'track' : 'tracks'}`

/** A playlist's history as one would tell it: a sentence a month. `month`: ISO 8601, `2026-03`. */
export const story = {
  month: (month: string) =>
    `In ${new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))}`,
  /** What a service did is its deed; whose doing the rest was, nobody knows. */
  parts: (counts: StoryCounts, service: string | undefined): readonly string[] => [
    ...(counts.added > 0 ? [`${tracks(counts.added)} came in`] : []),
    ...(counts.removed > 0 ? [`${tracks(counts.removed)} left`] : []),
    ...(counts.withdrawn > 0
      ? [
          service === undefined
            ? `${tracks(counts.withdrawn)} could no longer be played`
            : `${service} withdrew ${spelled(counts.withdrawn)}`,
        ]
      : []),
    ...(counts.returned > 0 ? [`${tracks(counts.returned)} came back`] : []),
    ...(counts.changed > 0
      ? [`${tracks(counts.changed)} ${counts.changed === 1 ? 'was' : 'were'} renamed or corrected`]
      : []),
    ...(counts.moved > 0
      ? [`${tracks(counts.moved)} ${counts.moved === 1 ? 'was' : 'were'} moved`]
      : []),
  ],
  sentence: (month: string, parts: readonly string[]) =>
    `${month} ${parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}.`,
}
