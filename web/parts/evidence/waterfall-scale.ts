import type { Evidence } from '../../../src/model/match.ts'

/** The bits that a drawing spans; shared by the candidates of one entry, so that they compare. */
export interface Scale {
  readonly from: number
  readonly to: number
}

/** In percent of a drawing. */
export interface BarPosition {
  readonly left: number
  readonly width: number
  readonly sign: 'for' | 'against'
}

/** One step: where the sum stood before it, and where it stands after. */
export interface WaterfallStep {
  readonly evidence: Evidence
  readonly before: number
  readonly after: number
}

export function stepsOf(evidence: readonly Evidence[]): readonly WaterfallStep[] {
  let sum = 0
  return evidence.map((one) => {
    const before = sum
    sum += finite(one.weight)
    return { evidence: one, before, after: sum }
  })
}

/** The least span that holds zero and every step of every waterfall. */
export function fitScale(all: readonly (readonly Evidence[])[]): Scale {
  const sums = all.flatMap(stepsOf).map(({ after }) => after)
  const [from, to] = [Math.min(0, ...sums), Math.max(0, ...sums)]
  return from === to ? { from, to: to + 1 } : { from, to }
}

/** Never too thin to be seen. */
export function placeBar(before: number, after: number, { from, to }: Scale): BarPosition {
  const percent = (bits: number) => Math.round(((bits - from) / (to - from)) * 1000) / 10
  const left = percent(Math.min(before, after))
  const width = Math.round((percent(Math.max(before, after)) - left) * 10) / 10
  return { left, width: Math.max(0.6, width), sign: after < before ? 'against' : 'for' }
}

const finite = (weight: number) => (Number.isFinite(weight) ? weight : 0)
