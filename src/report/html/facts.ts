import type { ChosenSource } from '../../model/archived-file.ts'
import { isSameReason } from '../../model/reason.ts'
import type { HostTermsSummary, Verdict } from '../../model/verdict.ts'
import { formatName, licenceName, sourceName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { html, link, type Markup, name } from './markup.ts'

/** A term and what is to be said of it. */
export type Fact = readonly [string, Markup]

export function renderFacts(facts: readonly Fact[]): Markup {
  return html`<dl>${facts.map(([term, value]) => html`<dt>${term}<dd>${value}`)}</dl>`
}

/** Where a copy came from, and the answer that it was made on. */
export function originFacts(chosen: ChosenSource, words: Words): readonly Fact[] {
  const { evidence } = words
  const { url, album, source, id, uploader, fileUrl, answer } = chosen
  const from = html`${link(url, formatName(chosen))}${album === undefined ? '' : html`, ${name(album)}`}`
  const by = uploader === undefined ? '' : html`, ${evidence.putThereBy} ${name(uploader)}`
  const file = fileUrl === undefined ? '' : html`<br><small>${link(fileUrl, fileUrl)}</small>`
  return [
    [
      evidence.facts.from,
      html`${from}<br><small>${sourceName(source, words)}: ${name(id)}${by}</small>${file}`,
    ],
    ...(answer === undefined
      ? []
      : [
          [
            evidence.facts.evidence,
            html`${link(answer.url, evidence.hostsAnswer)} ${evidence.answeredAt(answer.at)}<br><small>SHA-256 <code>${answer.sha256}</code></small>`,
          ] as const,
        ]),
  ]
}

/** Whether it may be copied and the reason that decides, in one line. */
export function renderVerdict({ action, reasons }: Verdict, words: Words): Markup {
  const [first] = reasons
  return html`<p>${words.evidence.actions[action]}${first === undefined ? '' : `: ${say(first, words)}`}`
}

/** Both keys, and what was decided by more than the reason that decides, which is told before. */
export function verdictFacts({ licence, host, reasons }: Verdict, words: Words): readonly Fact[] {
  const given =
    licence.asGiven === undefined || licence.asGiven === licence.name
      ? ''
      : html`<br><small>${words.evidence.asGiven} ${name(licence.asGiven)}</small>`
  const { facts } = words.evidence
  const decides = host !== undefined && isSameReason(reasons[0], host.reason)
  const others = reasons.slice(1).filter((reason) => !isSameReason(reason, host?.reason))
  return [
    [facts.licence, html`${link(licence.url, licenceName(licence, words))}${given}`],
    ...(host ? [[facts.host, renderHost(host, decides, words)] as const] : []),
    ...(others.length > 0
      ? [
          [
            facts.verdict,
            html`${others.map((reason, at) => html`${at > 0 ? html`<br>` : ''}${say(reason, words)}`)}`,
          ] as const,
        ]
      : []),
  ]
}

function renderHost(host: HostTermsSummary, decides: boolean, words: Words): Markup {
  const { name: called, reason, conditions = [] } = host
  const sentences = [...(decides ? [] : [reason]), ...conditions]
  return html`${name(called)}${renderTerms(host, words)}${sentences.map((sentence) => html`<br>${say(sentence, words)}`)}`
}

function renderTerms({ termsUrl, readOn }: HostTermsSummary, { evidence }: Words): Markup {
  if (termsUrl === undefined)
    return readOn === undefined ? html`` : html` <small>· ${evidence.lookedUp(readOn)}</small>`
  const day = readOn === undefined ? '' : `, ${evidence.readOn(readOn)}`
  return html` <small>· ${link(termsUrl, evidence.itsTerms)}${day}</small>`
}
