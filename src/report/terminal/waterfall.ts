import type { Evidence, RankedMatch, Ranking } from '../../model/match.ts'
import type { Track } from '../../model/track.ts'
import { english } from '../../words/english.ts'

/**
 * The waterfall of a ranking, for a person at a terminal: what each field adds to a candidate's match
 * weight or takes from it, from the prior to the sum, in bits (as Splink draws it).
 */
export function renderWaterfall(track: Track, ranking: Ranking, most: number): string {
  const { decision, matches, reason } = ranking
  const head = `${nameOf(track)}: ${decision}. ${english(reason)}`
  return [head, ...matches.slice(0, most).flatMap(drawCandidate)].join('\n')
}

function drawCandidate({ recording, probability, evidence, weight }: RankedMatch): string[] {
  let sum = 0
  const steps = evidence.map((step) => {
    const from = sum
    sum += step.weight
    return `    ${describeStep(step)}  ${writeBits(step.weight)}  ${drawBar(from, sum)}`
  })
  return [
    '',
    `  ${probability.toFixed(4)}  ${nameOf(recording)}  (${line(recording.id)})`,
    ...steps,
    `    ${'sum'.padEnd(COLUMN)}  ${writeBits(weight)}`,
  ]
}

function describeStep({ field, level, left, right }: Evidence): string {
  const values = left === undefined && right === undefined ? '' : ` (${left} | ${right})`
  const text = line(`${field.padEnd(9)} ${english(level)}${values}`)
  return text.length > COLUMN ? `${text.slice(0, COLUMN - 1)}…` : text.padEnd(COLUMN)
}

const COLUMN = 58
/** Bits that one character of a bar stands for, and the least sum that is drawn. */
const BITS = 1.5
const LEAST = -24

/** From where the sum stood to where it stands now: `+` to the right, `-` to the left. */
function drawBar(from: number, to: number): string {
  const place = (bits: number) => Math.round((Math.max(LEAST, bits) - LEAST) / BITS)
  const [start, end] = [place(Math.min(from, to)), place(Math.max(from, to))]
  return ' '.repeat(start) + (to < from ? '-' : '+').repeat(Math.max(1, end - start))
}

const writeBits = (bits: number) => `${bits < 0 ? '' : '+'}${bits.toFixed(2)}`.padStart(7)

const nameOf = ({ artists, title }: Pick<Track, 'artists' | 'title'>) =>
  line(`${artists.join(', ') || '(no artist)'} – ${title}`)

/** On one line, and nothing that a terminal would obey. */
const line = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
