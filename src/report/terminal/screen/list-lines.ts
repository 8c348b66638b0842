import type { Words } from '../../../words/words.ts'
import { tellSummary } from '../../summary.ts'
import { cleanLine, displayWidth, fitWidth, type Paint, padWidth } from '../width.ts'
import type { ReportDigest } from './digest.ts'

interface ListLineOptions {
  readonly width: number
  readonly paint: Paint
  readonly words: Words
  /** Lines in all. */
  readonly most: number
}

/** A line for each of several lists; where there are too many, those that lack most. */
export function renderListLines(
  digests: readonly ReportDigest[],
  { width, paint, words, most }: ListLineOptions,
): readonly string[] {
  const room = Math.max(1, digests.length > most ? most - 1 : most)
  const worst = new Set(
    digests.toSorted((one, other) => lackOf(other) - lackOf(one)).slice(0, room),
  )
  const shown = digests.filter((digest) => worst.has(digest))
  const names = shown.map(({ name }) => fitWidth(cleanLine(name), Math.floor(width / 3)))
  const column = Math.max(...names.map(displayWidth))
  const more = digests.length - shown.length
  return [
    ...shown.map(({ summary }, at) => {
      const name = padWidth(names[at] ?? '', column)
      return `${paint('bold', name)}  ${fitWidth(tellSummary(summary, words), width - column - 2)}`
    }),
    ...(more > 0 ? [paint('dim', words.terminal.lastScreen.moreLists(more))] : []),
  ]
}

/** Tracks of a list that are not kept. */
function lackOf({ summary: { counts, tracks } }: ReportDigest): number {
  return tracks - counts.kept - counts['already-kept'] - counts['would-keep']
}
