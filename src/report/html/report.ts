import { createHash } from 'node:crypto'
import type { Report } from '../../model/outcome.ts'
import { asReason } from '../../model/reason.ts'
import { formatTitle } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { advise, isOfRun } from '../advice.ts'
import { type Summary, summarise, tellSummary } from '../summary.ts'
import { renderChanges } from './changes.ts'
import { renderFilters } from './filters.ts'
import { html, type Markup, name, printMarkup } from './markup.ts'
import { renderPicture } from './picture.ts'
import { renderRow } from './row.ts'
import { writeScript } from './script.ts'
import { pageStyles } from './styles.ts'

/** Entries from which on the sure ones are told in fewer elements. */
const LONG_REPORT = 1000

/**
 * The report as one page that needs nothing else: no network, and no script to be read.
 * `folder` is where the page will lie, relative to the archive; links to the files start there.
 */
export function renderHtml(report: Report, words: Words, folder = ''): string {
  const { playlist, outcomes } = report
  const summary = summarise(report)
  const notes = new Map(
    playlist.entries.map((entry) => [
      entry.position,
      entry.kind === 'track' && entry.note !== undefined ? say(entry.note, words) : undefined,
    ]),
  )
  const script = writeScript(words)
  const brief = outcomes.length > LONG_REPORT
  const page = html`<!doctype html>
<html lang=${words.language}>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${policyFor(script)}">
<meta name=viewport content="width=device-width">
<meta name=referrer content=no-referrer>
<title>${words.report.title(playlist.name)}</title>
<style>${pageStyles}</style>
<body>
<header>
<p class=eyebrow>${words.report.finished(report.finishedAt)}
<h1>${name(playlist.name)}</h1>
<p class=lead>${holdTogether(tellSummary(summary, words))}
<p class=amounts>${tellAmounts(summary, words)}
${renderPicture(summary, words)}
</header>
<main>
${renderChanges(report.changes, words)}<h2 class=sr>${words.report.entries}</h2>
<div class=controls>${renderFilters(summary, words)}<p class=search hidden><input id=search type=search placeholder="${words.report.search}" aria-label="${words.report.searchLong}" autocomplete=off><output id=found></output></p></div>
${renderAdvice(report, summary, words)}
<ol class=entries role=list>
${outcomes.map((outcome) => html`${renderRow(outcome, { folder, brief, note: notes.get(outcome.position), words })}\n`)}</ol>
</main>
${renderColophon(report, summary, words)}
<script>${script}</script>
</html>
`
  return printMarkup(page)
}

// Nothing may load or run but the two blocks of this page, named by their hashes.
const policyFor = (script: Markup) =>
  `default-src 'none'; style-src '${hash(pageStyles)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`

function hash(markup: Markup): string {
  return `sha256-${createHash('sha256').update(printMarkup(markup)).digest('base64')}`
}

function tellAmounts({ durationMs, bytes, tookMs }: Summary, { report, units }: Words): string {
  const music = durationMs > 0 ? [report.music(units.span(durationMs), units.bytes(bytes))] : []
  return [...music, report.madeIn(units.span(tookMs))].join(' · ')
}

function renderAdvice(report: Report, { counts }: Summary, words: Words): Markup {
  const advice = advise(report, counts, words)
  if (advice.length === 0) return html``
  const terms = advice.map(
    (one) =>
      html`<div class="${isOfRun(one.kind) ? 'run' : one.kind}"><dt>${one.label}<dd>${one.text}</div>`,
  )
  return html`<h3 class=sr>${words.report.next}</h3><dl class=next>${terms}</dl>`
}

function renderColophon(report: Report, { unreached }: Summary, words: Words): Markup {
  const { playlist, hosts, refusedRequests } = report
  const told = words.report
  const facts = [
    told.readAs(formatTitle(playlist.format, words), playlist.entries.length),
    ...playlist.notes.map((note) => say(note, words)),
    ...[...(report.archiveNotes ?? []), ...(report.libraryNotes ?? [])].map((note) =>
      sentence(say(asReason(note), words)),
    ),
    ...(unreached.length > 0 ? [told.unreached(unreached.length)] : []),
    told.ran(report.startedAt, report.finishedAt),
    hosts.length === 0 ? told.noHosts : told.hosts(hosts),
    refusedRequests.length === 0
      ? told.noneRefused
      : told.refused(refusedRequests.map((each) => say(each, words))),
  ]
  return html`<footer><h2>${told.about}</h2>${facts.map((fact) => html`<p>${name(fact)}`)}</footer>`
}

const sentence = (text: string) => `${text}.`

/** A count and its word stay on one line. */
function holdTogether(sentence: string): string {
  const [first = '', ...others] = sentence.split(', ')
  return [first, ...others.map((part) => part.replaceAll(' ', '\u00a0'))].join(', ')
}
