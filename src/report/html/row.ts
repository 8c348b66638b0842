import { posix } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Match } from '../../model/match.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Told } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { agreementOf } from '../../words/agreement.ts'
import { formatArtists, formatFacts, formatName, sourceName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { outcomeSigns } from '../kinds.ts'
import { originFacts, renderFacts, renderVerdict, verdictFacts } from './facts.ts'
import { renderLinks } from './links.ts'
import { html, link, type Markup, name, printMarkup } from './markup.ts'
import { fitScale, renderSteps, renderWaterfall } from './waterfall.ts'

const MAX_CANDIDATES = 6

export interface RowOptions {
  /** Where the page lies, relative to the archive. */
  readonly folder: string
  /** What the playlist's reader remarked on this entry. */
  readonly note: string | undefined
  /** In a long report, what is sure is told in fewer elements. */
  readonly brief: boolean
  readonly words: Words
}

/** One entry: a line that says what became of it, and behind it everything that is known. */
export function renderRow(outcome: Outcome, options: RowOptions): Markup {
  const { note, words } = options
  const { kind, position } = outcome
  const [title, artists, durationMs] =
    kind === 'skipped'
      ? [outcome.text, [], undefined]
      : [outcome.track.title, outcome.track.artists, outcome.track.durationMs]
  const length = 'kept' in outcome ? outcome.kept.durationMs : durationMs
  const remarks = [...sayWhy(outcome, words), ...(note === undefined ? [] : [note])]
  const why = remarks.map((text) => html`<span class=why>${text}</span>`)
  const head = html`<span class=pos>${position}</span><span class=what><span class=title>${name(title)}</span> <span class=by>${name(formatArtists(artists))}</span>${why}</span><span class=len>${length === undefined ? '' : words.units.duration(length)}</span><span class=mark><i aria-hidden=true>${outcomeSigns[kind]}</i> ${words.outcomes.labels[kind]}</span>`
  const more = renderDetails(outcome, options)
  return more === undefined
    ? html`<li class="${kind}" id="entry-${position}"><div class=line>${head}</div>`
    : html`<li class="${kind}" id="entry-${position}"><details><summary class=line>${head}</summary><div class=more>${more}</div></details>`
}

/** What is worth reading without opening the entry. */
function sayWhy(outcome: Outcome, words: Words): readonly string[] {
  const told = (reason: Told) => say(reason, words)
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return outcome.notes.map(told)
    case 'would-keep':
      return outcome.match.notes.map(told)
    case 'review':
    case 'refused':
      return outcome.verdict.reasons.slice(0, 1).map(told)
    default:
      return [told(outcome.reason)]
  }
}

function renderDetails(outcome: Outcome, options: RowOptions): Markup | undefined {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return renderKept(outcome.kept, options)
    case 'would-keep': {
      const { match, verdict } = outcome
      return html`${renderVerdict(verdict, options.words)}${renderMatches([match], options.words, options.brief)}${renderFacts(verdictFacts(verdict, options.words))}`
    }
    case 'skipped':
      return undefined
    default: {
      const more = [renderLinks(outcome, options.words), ...tellMore(outcome, options.words)]
      return more.every((part) => printMarkup(part) === '') ? undefined : html`${more}`
    }
  }
}

/** What is known of an entry that was not kept. */
function tellMore(outcome: NotKeptOutcome, words: Words): readonly Markup[] {
  const { headings } = words.evidence
  switch (outcome.kind) {
    case 'review':
    case 'refused':
      return [
        renderFacts(verdictFacts(outcome.verdict, words)),
        renderMatches([outcome.match], words),
      ]
    case 'ambiguous':
      return [renderMatches(outcome.candidates, words)]
    case 'not-found':
      return [
        renderTitled(headings.known, outcome.known, words),
        renderTitled(headings.nearest, outcome.nearest, words),
      ]
    case 'failed':
      return [renderTitled(headings.failed, outcome.match, words)]
  }
}

type NotKeptOutcome = Extract<Outcome, { readonly links?: unknown }>

function renderTitled(title: string, match: Match | undefined, words: Words): Markup {
  return match === undefined ? html`` : html`<h3>${title}</h3>${renderMatches([match], words)}`
}

function renderKept(kept: ArchivedFile, { folder, brief, words }: RowOptions): Markup {
  const { chosen, path } = kept
  const { evidence, units } = words
  const { facts } = evidence
  return html`${renderAgreement(chosen, words)}${renderFacts([
    [facts.file, html`<a href="${relativeLink(path, folder)}">${name(path)}</a>`],
    [
      facts.made,
      html`${units.time(kept.keptAt)}: ${evidence.making(kept)}; ${units.duration(kept.durationMs)}, ${units.bytes(kept.bytes)}`,
    ],
    ...originFacts(chosen, words),
    ...(chosen.notes.length > 0
      ? [[facts.notes, html`${chosen.notes.map((note) => say(note, words)).join('; ')}`] as const]
      : []),
  ])}${renderVerdict(kept.verdict, words)}${fold(
    html`${renderFacts([
      ...verdictFacts(kept.verdict, words),
      [
        facts.checksum,
        html`<code>${kept.sha256}</code>${chosen.sha256 === kept.sha256 ? '' : html`<br><small>${evidence.ofTheOriginal} <code>${chosen.sha256}</code></small>`}`,
      ],
    ])}${brief ? renderSteps(chosen, words) : renderWaterfall(chosen, fitScale([chosen]), words)}`,
    brief,
    words,
  )}`
}

/** How far it is the recording asked for, in a sentence. */
function renderAgreement({ evidence }: Pick<Match, 'evidence'>, words: Words): Markup {
  const agreement = agreementOf(evidence)
  return agreement === undefined ? html`` : html`<p>${words.evidence.agreement(agreement)}`
}

/** What few readers want to know, folded away; not in a long report, where every element counts. */
const fold = (facts: Markup, brief: boolean, words: Words): Markup =>
  brief
    ? facts
    : html`<details class=technical><summary>${words.evidence.technical}</summary>${facts}</details>`

function renderMatches(matches: readonly Match[], words: Words, brief = false): Markup {
  const shown = matches.slice(0, MAX_CANDIDATES)
  const scale = fitScale(shown)
  const more = matches.length - shown.length
  const parts = shown.map((match) => {
    const { recording, probability, notes } = match
    const facts = [formatFacts(match, words), ...notes.map((note) => say(note, words))]
      .filter((fact) => fact !== '')
      .join(' · ')
    return html`<section class=candidate><h3>${link(recording.url, formatName(recording))} <b>${words.units.probability(probability)}</b></h3><p>${name(facts)}<br><small>${sourceName(recording.source, words)}${nameId(recording)}</small>${renderAgreement(match, words)}${fold(brief ? renderSteps(match, words) : renderWaterfall(match, scale, words), brief, words)}</section>`
  })
  return html`${parts}${more > 0 ? html`<p>${words.evidence.moreInReport(more)}` : ''}`
}

/** A file is named by its path already. */
function nameId({ id, media }: Recording): Markup {
  return media?.kind === 'file' && id === media.path ? html`` : html`: ${name(id)}`
}

/** Relative, every segment encoded: no name can become an address, a query or a fragment. */
function relativeLink(path: string, folder: string): string {
  const relative = posix.relative(posix.join('/', folder), posix.join('/', path.toWellFormed()))
  return `./${relative.split('/').map(encodeURIComponent).join('/')}`
}
