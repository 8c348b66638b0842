import type { Words } from '../../words/words.ts'
import { outcomeKinds } from '../kinds.ts'
import type { Summary } from '../summary.ts'
import { html, type Markup, trusted } from './markup.ts'

/** Filters as radio buttons, which the style sheet alone obeys: they work without script. */
export function renderFilters(summary: Summary, words: Words): Markup {
  const present = outcomeKinds.filter((kind) => summary.counts[kind] > 0)
  const total = present.reduce((sum, kind) => sum + summary.counts[kind], 0)
  const choices = [
    html`<label><input type=radio name=show value=all checked> ${words.report.all} <b>${words.units.count(total)}</b></label>`,
    ...present.map(
      (kind) =>
        html`<label class="${kind}"><input type=radio name=show value="${kind}"><i></i> ${words.outcomes.labels[kind]} <b>${words.units.count(summary.counts[kind])}</b></label>`,
    ),
  ]
  return html`<fieldset class=filters><legend class=sr>${words.report.showOnly}</legend>${choices}</fieldset>`
}

/**
 * One rule for each kind: while its button is on, the others' rows are out of the list. The subject of
 * `:has` is small on purpose: on the body it costs a browser 18 s at 10,000 entries.
 */
export const filterRules: Markup = trusted(
  outcomeKinds
    .map(
      (kind) =>
        `.controls:has([value=${kind}]:checked)~:is(.entries,.next)>:not(.${kind},.run){display:none}`,
    )
    .join('\n'),
)
