import { createHash } from 'node:crypto'
import type { Report } from '../../model/outcome.ts'
import { english } from '../../words/english.ts'
import { isOfRun, labelAdvice } from '../advice.ts'
import { type Summary, summarise } from '../summary.ts'
import { formatBytes, formatCount, formatSpan, formatTime } from '../words.ts'
import { renderChanges } from './changes.ts'
import { renderFilters } from './filters.ts'
import { html, type Markup, name, printMarkup } from './markup.ts'
import { renderPicture } from './picture.ts'
import { renderRow } from './row.ts'
import { pageScript } from './script.ts'
import { pageStyles } from './styles.ts'

/** Entries from which on the sure ones are told in fewer elements. */
const longReport = 1000

/**
 * The report as one page that needs nothing else: no network, and no script to be read.
 * `folder` is where the page will lie, relative to the archive; links to the files start there.
 */
export function renderHtml(report: Report, folder = ''): string {
  const { playlist, outcomes } = report
  const summary = summarise(report)
  const notes = new Map(
    playlist.entries.map((entry) => [
      entry.position,
      entry.kind === 'track' && entry.note !== undefined ? english(entry.note) : undefined,
    ]),
  )
  const brief = outcomes.length > longReport
  const page = html`<!doctype html>
<html lang=en>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${policy}">
<meta name=viewport content="width=device-width">
<meta name=referrer content=no-referrer>
<title>${playlist.name} · Songkeep report</title>
<style>${pageStyles}</style>
<body>
<header>
<p class=eyebrow>Songkeep report · ${formatTime(report.finishedAt)}
<h1>${name(playlist.name)}</h1>
<p class=lead>${holdTogether(summary.sentence)}
<p class=amounts>${tellAmounts(summary)}
${renderPicture(summary)}
</header>
<main>
${renderChanges(report.changes)}<h2 class=sr>Entries</h2>
<div class=controls>${renderFilters(summary)}<p class=search hidden><input id=search type=search placeholder="Search" aria-label="Search titles, artists and reasons" autocomplete=off><output id=found></output></p></div>
${renderAdvice(summary)}
<ol class=entries role=list>
${outcomes.map((outcome) => html`${renderRow(outcome, { folder, brief, note: notes.get(outcome.position) })}\n`)}</ol>
</main>
${renderColophon(report, summary)}
<script>${pageScript}</script>
</html>
`
  return printMarkup(page)
}

// Nothing may load or run but the two blocks of this page, named by their hashes.
const policy = `default-src 'none'; style-src '${hash(pageStyles)}'; script-src '${hash(pageScript)}'; base-uri 'none'; form-action 'none'`

function hash(markup: Markup): string {
  return `sha256-${createHash('sha256').update(printMarkup(markup)).digest('base64')}`
}

function tellAmounts({ durationMs, bytes, tookMs }: Summary): string {
  const music = durationMs > 0 ? [`${formatSpan(durationMs)} of music, ${formatBytes(bytes)}`] : []
  return [...music, `made in ${formatSpan(tookMs)}`].join(' · ')
}

function renderAdvice({ advice }: Summary): Markup {
  if (advice.length === 0) return html``
  const terms = advice.map(
    (one) =>
      html`<div class="${isOfRun(one.kind) ? 'run' : one.kind}"><dt>${labelAdvice(one)}<dd>${one.text}</div>`,
  )
  return html`<h3 class=sr>What next</h3><dl class=next>${terms}</dl>`
}

function renderColophon(report: Report, { unreached }: Summary): Markup {
  const { playlist, hosts, refusedRequests } = report
  const facts = [
    `Read as ${playlist.format}, ${formatCount(playlist.entries.length)} entries.`,
    ...playlist.notes.map(english),
    ...(unreached.length > 0 ? [`${formatCount(unreached.length)} entries were not reached.`] : []),
    `Run from ${formatTime(report.startedAt)} to ${formatTime(report.finishedAt)}.`,
    hosts.length === 0
      ? 'No host on the network was contacted.'
      : `Hosts contacted: ${hosts.join(', ')}.`,
    refusedRequests.length === 0
      ? 'No request had to be refused.'
      : `Requests refused: ${refusedRequests.join(', ')}.`,
  ]
  return html`<footer><h2>About this run</h2>${facts.map((fact) => html`<p>${name(fact)}`)}</footer>`
}

/** A count and its word stay on one line. */
function holdTogether(sentence: string): string {
  const [first = '', ...others] = sentence.split(', ')
  return [first, ...others.map((part) => part.replaceAll(' ', '\u00a0'))].join(', ')
}
