import type { Link } from '../../model/link.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Words } from '../../words/words.ts'
import { describeLink, groupLinks } from '../links.ts'
import { html, link, type Markup, name } from './markup.ts'

const MAX_OF_A_KIND = 8

/** Where to hear and to buy it, by kind. */
export function renderLinks(outcome: Outcome, words: Words): Markup {
  const groups = groupLinks(outcome)
  if (groups.length === 0) return html``
  const rows = groups.map(({ kind, links }) => {
    const more = links.length - MAX_OF_A_KIND
    const shown = links
      .slice(0, MAX_OF_A_KIND)
      .map(
        (one) => html`<li>${link(one.url, one.service)} <small>${name(tellOf(one, words))}</small>`,
      )
    return html`<dt>${words.evidence.links[kind]}<dd><ul>${shown}${more > 0 ? html`<li><small>${words.evidence.moreInReport(more)}</small>` : ''}</ul>`
  })
  return html`<section class=where><h3>${words.evidence.whereElse}</h3><dl>${rows}</dl></section>`
}

/** A search was made up by Songkeep: nobody else has named it. */
function tellOf(one: Link, words: Words): string {
  const by = one.kind === 'search' ? [] : [words.evidence.namedBy(one.by)]
  return [...describeLink(one, words), ...by].join('; ')
}
