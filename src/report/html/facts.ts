import type { ChosenSource } from '../../model/archived-file.ts'
import type { HostTermsSummary, Verdict } from '../../model/verdict.ts'
import { english } from '../../words/english.ts'
import { formatDay, formatName, formatTime } from '../words.ts'
import { html, link, type Markup, name } from './markup.ts'

/** A term and what is to be said of it. */
export type Fact = readonly [string, Markup]

export function renderFacts(facts: readonly Fact[]): Markup {
  return html`<dl>${facts.map(([term, value]) => html`<dt>${term}<dd>${value}`)}</dl>`
}

/** Where a copy came from, and the answer that it was made on. */
export function originFacts(chosen: ChosenSource): readonly Fact[] {
  const { url, album, source, id, uploader, fileUrl, answer } = chosen
  const from = html`${link(url, formatName(chosen))}${album === undefined ? '' : html`, ${name(album)}`}`
  const by = uploader === undefined ? '' : html`, put there by ${name(uploader)}`
  const file = fileUrl === undefined ? '' : html`<br><small>${link(fileUrl, fileUrl)}</small>`
  return [
    ['From', html`${from}<br><small>${source}: ${name(id)}${by}</small>${file}`],
    ...(answer === undefined
      ? []
      : [
          [
            'Evidence',
            html`${link(answer.url, 'The host’s answer')} of ${formatTime(answer.at)}<br><small>SHA-256 <code>${answer.sha256}</code></small>`,
          ] as const,
        ]),
  ]
}

/** Both keys, and what was decided. */
export function verdictFacts({ licence, host, reasons, action }: Verdict): readonly Fact[] {
  const given =
    licence.asGiven === undefined || licence.asGiven === licence.name
      ? ''
      : html`<br><small>as given: ${name(licence.asGiven)}</small>`
  const meaning = { copy: 'May be copied', link: 'A link, no copy', review: 'To be reviewed' }
  // Where the host decides, its sentence stands with the decision, else with the host.
  const decides = host !== undefined && reasons[0] === host.reason
  const said = decides ? reasons : reasons.filter((reason) => reason !== host?.reason)
  return [
    ['Licence', html`${link(licence.url, licence.name)}${given}`],
    ...(host ? [['Host', renderHost(host, decides)] as const] : []),
    ['Verdict', html`${meaning[action]}${said.map((reason) => html`<br>${english(reason)}`)}`],
  ]
}

function renderHost(host: HostTermsSummary, decides: boolean): Markup {
  const { name: called, reason, conditions = [], termsUrl, readOn } = host
  const sentences = [...(decides ? [] : [reason]), ...conditions]
  const read =
    readOn === undefined
      ? ''
      : html` <small>· ${termsUrl === undefined ? 'looked up' : html`${link(termsUrl, 'its terms')}, read`} on ${formatDay(readOn)}</small>`
  return html`${name(called)}${read}${sentences.map((sentence) => html`<br>${english(sentence)}`)}`
}
