import type { Evidence, RankedMatch, Ranking } from '../../model/match.ts'
import type { Track } from '../../model/track.ts'
import { formatArtists } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

/**
 * The waterfall of a ranking, for a person at a terminal: what each field adds to a candidate's match
 * weight or takes from it, from the prior to the sum, in bits (as Splink draws it).
 */
export function renderWaterfall(
  track: Track,
  ranking: Ranking,
  most: number,
  words: Words,
): string {
  const { decision, matches, reason } = ranking
  const { decisions } = words.terminal.waterfall
  const head = `${nameOf(track, words)}: ${decisions[decision]}. ${say(reason, words)}`
  const drawn = matches.slice(0, most).flatMap((match) => drawCandidate(match, words))
  return [head, ...drawn].join('\n')
}

function drawCandidate(
  { recording, probability, evidence, weight }: RankedMatch,
  words: Words,
): readonly string[] {
  const { terminal, units } = words
  const writeBits = (bits: number) => `${bits < 0 ? '' : '+'}${units.fixed(bits, 2)}`.padStart(7)
  let sum = 0
  const steps = evidence.map((step) => {
    const from = sum
    sum += step.weight
    return `    ${describeStep(step, words)}  ${writeBits(step.weight)}  ${drawBar(from, sum)}`
  })
  return [
    '',
    `  ${units.fixed(probability, 4)}  ${nameOf(recording, words)}  (${line(recording.id)})`,
    ...steps,
    `    ${terminal.waterfall.sum.padEnd(COLUMN)}  ${writeBits(weight)}`,
  ]
}

function describeStep({ field, level, left, right }: Evidence, words: Words): string {
  const [one, other] = [left, right].map((value) => say(value ?? '', words))
  const values = left === undefined && right === undefined ? '' : ` (${one} | ${other})`
  const name = words.evidence.fields[field].padEnd(FIELD)
  const text = line(`${name} ${say(level, words)}${values}`)
  return text.length > COLUMN ? `${text.slice(0, COLUMN - 1)}…` : text.padEnd(COLUMN)
}

const FIELD = 13
const COLUMN = 62
/** Bits that one character of a bar stands for, and the least sum that is drawn. */
const BITS = 1.5
const LEAST = -24

/** From where the sum stood to where it stands now: `+` to the right, `-` to the left. */
function drawBar(from: number, to: number): string {
  const place = (bits: number) => Math.round((Math.max(LEAST, bits) - LEAST) / BITS)
  const [start, end] = [place(Math.min(from, to)), place(Math.max(from, to))]
  return ' '.repeat(start) + (to < from ? '-' : '+').repeat(Math.max(1, end - start))
}

const nameOf = ({ artists, title }: Pick<Track, 'artists' | 'title'>, { terminal }: Words) =>
  line(`${formatArtists(artists) || terminal.waterfall.noArtist} – ${title}`)

/** On one line, and nothing that a terminal would obey. */
const line = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
