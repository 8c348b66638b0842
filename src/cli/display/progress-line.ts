import { cleanLine, displayWidth, fitWidth, padWidth } from '../../report/terminal/width.ts'
import { roundRemaining } from '../../words/remaining.ts'
import type { Words } from '../../words/words.ts'

/** How far something is that goes on. */
export interface Progressing {
  /** What it is, where that is not plain. */
  readonly label?: string
  readonly done: number
  readonly total: number
  /** `12 of 40 MB`, where that says more than the two numbers. */
  readonly amounts?: string
  /** Absent while nobody knows. */
  readonly remainingMs?: number
  /** What is done at this moment; the first that is cut where there is no room. */
  readonly name?: string
}

const GAP = '  '
const MIN_BAR = 6
const MAX_BAR = 24
const MIN_NAME = 10

/**
 * One line of less than `columns`: what there is no room for is left out, the bar first and the numbers last. Wide
 * characters count twice.
 */
export function progressLine(progressing: Progressing, columns: number, words: Words): string {
  // The last column stays empty: some terminals go on to the next line when it is written.
  const width = Math.max(1, columns - 1)
  const [label, name] = [progressing.label, progressing.name].map((text = '') => cleanLine(text))
  const figures = figuresFor(progressing, width, words)
  let room = width - displayWidth(figures)
  const take = (wanted: number, least: number) => {
    const columns = Math.min(wanted, room - GAP.length)
    if (columns < Math.min(wanted, least)) return 0
    room -= columns + GAP.length
    return columns
  }
  const labelled = take(displayWidth(label ?? ''), MIN_NAME)
  // Half of what is left, so that bar and name both have something.
  const bar = take(Math.min(MAX_BAR, Math.floor(room / 2)), MIN_BAR)
  const named = take(displayWidth(name ?? ''), MIN_NAME)
  const parts = [
    labelled > 0 ? fitWidth(label ?? '', labelled) : '',
    bar >= MIN_BAR ? drawBar(progressing, bar) : '',
    figures,
    named > 0 ? fitWidth(name ?? '', named) : '',
  ]
  return parts.filter((part) => part !== '').join(GAP)
}

/** The numbers and the time that is left; where both do not fit the time in short, then the numbers alone. */
function figuresFor(
  { done, total, amounts, remainingMs }: Progressing,
  width: number,
  { units, progress }: Words,
): string {
  const share = `${Math.floor((100 * done) / Math.max(1, total))} %`
  const counts = amounts ?? `${units.count(done)}/${units.count(total)}`
  const rounded = remainingMs === undefined ? undefined : roundRemaining(remainingMs)
  const short = rounded === undefined ? '< 1 min' : units.span(rounded)
  const long = rounded === undefined ? progress.littleLeft : progress.left(short)
  const [left, leftInShort] = remainingMs === undefined ? ['', ''] : [long, short]
  const wanted = [[counts, left], [counts, leftInShort], [share, leftInShort], [counts], [share]]
  const lines = wanted.map((parts) => parts.filter((part) => part !== '').join(GAP))
  return lines.find((line) => displayWidth(line) <= width) ?? fitWidth(share, width)
}

function drawBar({ done, total }: Progressing, width: number): string {
  const full = Math.round((width * Math.min(done, total)) / Math.max(1, total))
  return padWidth('█'.repeat(full), full) + '░'.repeat(width - full)
}
