import type { Link } from '../../model/link.ts'
import type { Outcome } from '../../model/outcome.ts'
import { describeLink, groupLinks, linksHeading } from '../links.ts'
import { html, link, type Markup, name } from './markup.ts'

const shownOfAKind = 8

/** Where to hear and to buy it, by kind. */
export function renderLinks(outcome: Outcome): Markup {
  const groups = groupLinks(outcome)
  if (groups.length === 0) return html``
  const rows = groups.map(({ label, links }) => {
    const more = links.length - shownOfAKind
    const shown = links
      .slice(0, shownOfAKind)
      .map((one) => html`<li>${link(one.url, one.service)} <small>${name(tellOf(one))}</small>`)
    return html`<dt>${label}<dd><ul>${shown}${more > 0 ? html`<li><small>And ${more} more; report.json names them all.</small>` : ''}</ul>`
  })
  return html`<section class=where><h3>${linksHeading}</h3><dl>${rows}</dl></section>`
}

/** A search is nobody's word but ours. */
function tellOf(one: Link): string {
  const by = one.kind === 'search' ? [] : [`named by ${one.by}`]
  return [...describeLink(one), ...by].join('; ')
}
