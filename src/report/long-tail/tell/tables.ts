import type { Link } from '../../../model/link.ts'
import { formatArtists, licenceName } from '../../../words/names.ts'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { html, link, type Markup, name } from '../../html/markup.ts'
import type { AtRisk } from '../lists/at-risk.ts'
import type { TailRecording } from '../lists/tail-recording.ts'
import type { WhatNext } from '../lists/what-next.ts'
import type { LongTail } from '../long-tail.ts'

/** Of at most so many a page is still read; the table beside it has more. */
const MAX_RISK_ROWS = 100
const MAX_LINKS = 4

export function renderRisk(tail: LongTail, words: Words): Markup {
  const { risk } = words.tail
  const { atRisk, atRiskCount, withdrawnCount, weighed } = tail
  const rows = atRisk.slice(0, MAX_RISK_ROWS)
  const more = atRiskCount - rows.length
  const heads = [risk.recording, risk.holds, risk.right, risk.state]
  const table = html`<table class=rows><thead><tr>${heads.map((head) => html`<th scope=col>${head}`)}</thead>
${rows.map((row) => html`<tr><th scope=row>${renderTrack(row, words.tail.amount[weighed](row.plays))}<td>${renderHolders(row, words)}<td>${name(tellRight(row, words))}<td>${tellState(row, words)}\n`)}</table>`
  return html`<h2>${risk.heading}</h2><p>${risk.lead(atRiskCount, withdrawnCount)}${rows.length > 0 ? table : ''}${more > 0 ? html`<p>${risk.more(more)}` : ''}`
}

export function renderNext({ next, weighed }: LongTail, words: Words): Markup {
  const { next: said, amount } = words.tail
  if (next.length === 0) return html`<h2>${said.heading}</h2><p>${said.none}`
  const heads = [said.recording, said.saves, said.way]
  return html`<h2>${said.heading}</h2><p>${said.lead}<table class=rows><thead><tr>${heads.map((head) => html`<th scope=col>${head}`)}</thead>
${next.map((row) => html`<tr><th scope=row>${renderTrack(row)}<td>${amount[weighed](row.plays)}<small>${tellSize(row, words)}</small><td>${renderWay(row, words)}\n`)}</table>`
}

function renderTrack({ track }: TailRecording, beside = ''): Markup {
  const by = formatArtists(track.artists)
  return html`<b>${name(track.title)}</b> ${name(by)}${beside === '' ? '' : html`<small>${beside}</small>`}`
}

function renderHolders({ kept, places, holders, withdrawnAt }: AtRisk, { tail }: Words): Markup {
  const items = [
    ...(withdrawnAt === undefined
      ? []
      : [html`<span class=gone>${tail.risk.withdrawn(withdrawnAt)}</span>`]),
    ...(kept ? [html`${tail.risk.copies(kept.copies)}`] : []),
    ...places.map(({ kind, name: place, url }) => html`${link(url, place)} (${tail.places[kind]})`),
    ...(holders === 0 ? [html`${tail.risk.holders(0)}`] : []),
  ]
  return html`<ul>${items.map((item) => html`<li>${item}`)}</ul>`
}

/** Under which right it is, or would be, held. */
export function tellRight({ kept, missing }: TailRecording, words: Words): string {
  const licence = kept?.licence ?? missing?.licence
  return licence ? licenceName(licence, words) : words.tail.risk.unknownRight
}

/** When the bytes were last looked at. */
export function tellState({ kept }: TailRecording, { tail: { risk } }: Words): string {
  if (!kept) return risk.notKept
  return kept.checkedAt === undefined ? risk.unchecked(kept.keptAt) : risk.checked(kept.checkedAt)
}

/** How much its size saves. */
export function tellSize(
  { playsPerGigabyte, isEstimate }: WhatNext,
  { tail: { next } }: Words,
): string {
  const rate = next.perGigabyte(playsPerGigabyte)
  return isEstimate ? `${rate}; ${next.estimate}` : rate
}

function renderWay(row: WhatNext, words: Words): Markup {
  const { missing, places, way } = row
  const links = missing?.links ?? []
  const given = links.length > 0 ? links.map((each) => renderLink(each, words)) : []
  const others = places.flatMap(({ name: place, url }) =>
    url === undefined || links.some((each) => each.url === url) ? [] : [link(url, place)],
  )
  const why = missing?.reason ? html`<small>${name(say(missing.reason, words))}</small>` : ''
  const items = [...given, ...others].slice(0, MAX_LINKS)
  return html`${words.tail.next.ways[way]}${why}${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}`)}</ul>` : ''}`
}

const renderLink = (given: Link, words: Words): Markup => link(given.url, tellLink(given, words))

/** `Bandcamp (to buy)`. */
export function tellLink({ kind, service }: Link, { evidence, tail }: Words): string {
  const what = kind === 'search' ? tail.next.search : (evidence.links[kind] ?? kind)
  return `${service} (${what})`
}
