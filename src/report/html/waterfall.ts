import type { Evidence, Match } from '../../model/match.ts'
import { formatEvidence } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { html, type Markup, name } from './markup.ts'

/** The bits that a drawing spans; shared by the candidates of one entry, so that they compare. */
export interface Scale {
  readonly from: number
  readonly to: number
}

/** A recording, taken or not, with what was compared. */
type ExplainedMatch = Pick<Match, 'evidence' | 'probability'>

/** The least span that holds zero and every step of every waterfall. */
export function fitScale(matches: readonly Pick<Match, 'evidence'>[]): Scale {
  let from = 0
  let to = 0
  for (const { evidence } of matches) {
    let sum = 0
    for (const { weight } of evidence) {
      sum += finite(weight)
      from = Math.min(from, sum)
      to = Math.max(to, sum)
    }
  }
  return from === to ? { from, to: to + 1 } : { from, to }
}

/**
 * The same in few elements, for reports of thousands: the steps drawn from top to bottom, then told in
 * words. A browser needs most of a minute for ten thousand tables.
 */
export function renderSteps(match: ExplainedMatch, words: Words): Markup {
  const { evidence, units } = words
  const scale = fitScale([match])
  let sum = 0
  const bars = { p: '', n: '' }
  for (const [index, { weight }] of match.evidence.entries()) {
    const { left, width, sign } = placeBar(sum, sum + finite(weight), scale)
    sum += finite(weight)
    bars[sign] += `M${left} ${index * 4}h${width}v3h-${width}z`
  }
  const height = match.evidence.length * 4
  return html`<svg class=steps aria-hidden=true viewBox="0 0 100 ${height}" preserveAspectRatio=none><path class=p d="${bars.p}"/><path class=n d="${bars.n}"/></svg><p>${evidence.likely(units.probability(match.probability))} (${evidence.inBits(units.weight(sum))}): ${name(match.evidence.map((one) => formatEvidence(one, words)).join('; '))}`
}

/**
 * What each field said, as bars that begin where the one before ended: the sum stands in the last row.
 * End tags that HTML lets out are let out: a report holds a hundred thousand rows.
 */
export function renderWaterfall(
  { evidence, probability }: ExplainedMatch,
  scale: Scale,
  words: Words,
): Markup {
  const { units } = words
  const { columns, fields, likely } = words.evidence
  let sum = 0
  const rows = evidence.map((one) => {
    const before = sum
    sum += finite(one.weight)
    return html`<tr><th scope=row>${fields[one.field]}<td>${renderCompared(one, words)}<td class=bar>${renderBar(before, sum, scale)}<td class=bits>${units.weight(one.weight)}`
  })
  return html`<table class=fall><caption>${words.evidence.howToRead}<thead><tr><th scope=col>${columns.field}<th scope=col>${columns.compared}<th scope=col class=bar><span class=sr>${columns.drawn}</span><th scope=col class=bits>${columns.bits}<tbody>${rows}<tfoot><tr><th scope=row>${columns.all}<td>${likely(units.probability(probability))}<td class=bar>${renderBar(0, sum, scale)}<td class=bits>${units.weight(sum)}</table>`
}

function renderCompared({ level, left, right }: Evidence, words: Words): Markup {
  const reached = say(level, words)
  const [one, other] = [left, right].map((value) => value && say(value, words))
  if (one !== undefined && other !== undefined && one !== other) {
    return html`${name(one)} <span class=vs>${words.evidence.against}</span> ${name(other)} <small>${reached}</small>`
  }
  const value = one ?? other
  return value === undefined
    ? html`<small>${reached}</small>`
    : html`${name(value)} <small>${reached}</small>`
}

function renderBar(before: number, after: number, scale: Scale): Markup {
  const { left, width, sign } = placeBar(before, after, scale)
  const zero = placeBar(0, 0, scale).left
  return html`<svg aria-hidden=true><rect class=z x=${zero}% /><rect class=${sign} x=${left}% width=${width}% /></svg>`
}

/** In percent of the drawing; never too thin to be seen. */
function placeBar(before: number, after: number, { from, to }: Scale) {
  const percent = (bits: number) => Math.round(((bits - from) / (to - from)) * 1000) / 10
  const left = percent(Math.min(before, after))
  const width = Math.round((percent(Math.max(before, after)) - left) * 10) / 10
  return { left, width: Math.max(0.6, width), sign: after < before ? 'n' : 'p' } as const
}

function finite(weight: number): number {
  return Number.isFinite(weight) ? weight : 0
}
