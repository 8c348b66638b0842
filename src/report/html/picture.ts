import type { Words } from '../../words/words.ts'
import { type OutcomeKind, outcomeKinds } from '../kinds.ts'
import { type Summary, tellSummary } from '../summary.ts'
import { html, type Markup } from './markup.ts'

/** The whole as one stacked bar. Each part is told in words beside the filters below it. */
export function renderPicture(summary: Summary, words: Words): Markup {
  const { labels } = words.outcomes
  const parts: readonly (readonly [OutcomeKind | 'unreached', number])[] = [
    ...outcomeKinds.map((kind) => [kind, summary.counts[kind]] as const),
    ['unreached', summary.unreached.length],
  ]
  const total = parts.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return html``
  let start = 0
  const bars = parts.flatMap(([kind, count]) => {
    if (count === 0) return []
    const x = round((start / total) * 100)
    start += count
    const width = round((start / total) * 100 - x)
    return [
      html`<rect class="${kind}" x="${x}%" width="${width}%" height="100%"><title>${labels[kind]}: ${count}</title></rect>`,
    ]
  })
  return html`<svg class=whole role=img aria-label="${tellSummary(summary, words)}">${bars}</svg>`
}

function round(percent: number): number {
  return Math.round(percent * 1000) / 1000
}
