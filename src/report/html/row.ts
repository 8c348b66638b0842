import { posix } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Match } from '../../model/match.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Recording } from '../../model/recording.ts'
import { english } from '../../words/english.ts'
import { outcomeLabels, outcomeSigns } from '../kinds.ts'
import {
  formatArtists,
  formatBytes,
  formatDuration,
  formatFacts,
  formatMaking,
  formatName,
  formatProbability,
  formatTime,
} from '../words.ts'
import { originFacts, renderFacts, verdictFacts } from './facts.ts'
import { renderLinks } from './links.ts'
import { html, link, type Markup, name, printMarkup } from './markup.ts'
import { fitScale, renderSteps, renderWaterfall } from './waterfall.ts'

const shownCandidates = 6

export interface RowOptions {
  /** Where the page lies, relative to the archive. */
  readonly folder: string
  /** What the playlist's reader remarked on this entry. */
  readonly note: string | undefined
  /** In a long report, what is sure is told in fewer elements. */
  readonly brief: boolean
}

/** One entry: a line that says what became of it, and behind it everything that is known. */
export function renderRow(outcome: Outcome, options: RowOptions): Markup {
  const { note } = options
  const { kind, position } = outcome
  const [title, artists, durationMs] =
    kind === 'skipped'
      ? [outcome.text, [], undefined]
      : [outcome.track.title, outcome.track.artists, outcome.track.durationMs]
  const length = 'kept' in outcome ? outcome.kept.durationMs : durationMs
  const remarks = [...sayWhy(outcome), ...(note === undefined ? [] : [note])]
  const why = remarks.map((text) => html`<span class=why>${text}</span>`)
  const head = html`<span class=pos>${position}</span><span class=what><span class=title>${name(title)}</span> <span class=by>${name(formatArtists(artists))}</span>${why}</span><span class=len>${length === undefined ? '' : formatDuration(length)}</span><span class=mark><i aria-hidden=true>${outcomeSigns[kind]}</i> ${outcomeLabels[kind]}</span>`
  const more = renderDetails(outcome, options)
  return more === undefined
    ? html`<li class="${kind}" id="entry-${position}"><div class=line>${head}</div>`
    : html`<li class="${kind}" id="entry-${position}"><details><summary class=line>${head}</summary><div class=more>${more}</div></details>`
}

/** What is worth reading without opening the entry. */
function sayWhy(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return outcome.notes.map(english)
    case 'would-keep':
      return outcome.match.notes.map(english)
    case 'review':
    case 'refused':
      return outcome.verdict.reasons.slice(0, 1).map(english)
    default:
      return [english(outcome.reason)]
  }
}

function renderDetails(outcome: Outcome, options: RowOptions): Markup | undefined {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return renderKept(outcome.kept, options)
    case 'would-keep': {
      const { match, verdict } = outcome
      return html`${renderMatches([match], options.brief)}${renderFacts(verdictFacts(verdict))}`
    }
    case 'skipped':
      return undefined
    default: {
      const more = [renderLinks(outcome), ...tellMore(outcome)]
      return more.every((part) => printMarkup(part) === '') ? undefined : html`${more}`
    }
  }
}

/** What is known of an entry that was not kept. */
function tellMore(outcome: NotKept): readonly Markup[] {
  switch (outcome.kind) {
    case 'review':
    case 'refused':
      return [renderFacts(verdictFacts(outcome.verdict)), renderMatches([outcome.match])]
    case 'ambiguous':
      return [renderMatches(outcome.candidates)]
    case 'not-found':
      return [
        renderTitled('What a catalogue knows it as', outcome.known),
        renderTitled('The nearest miss', outcome.nearest),
      ]
    case 'failed':
      return [renderTitled('What was to be kept', outcome.match)]
  }
}

type NotKept = Extract<Outcome, { readonly links?: unknown }>

function renderTitled(title: string, match: Match | undefined): Markup {
  return match === undefined ? html`` : html`<h3>${title}</h3>${renderMatches([match])}`
}

function renderKept(kept: ArchivedFile, { folder, brief }: RowOptions): Markup {
  const { chosen, path } = kept
  return html`${renderFacts([
    ['File', html`<a href="${relativeLink(path, folder)}">${name(path)}</a>`],
    [
      'Made',
      html`${formatTime(kept.keptAt)}: ${formatMaking(kept)}; ${formatDuration(kept.durationMs)}, ${formatBytes(kept.bytes)}`,
    ],
    ...originFacts(chosen),
    ...verdictFacts(kept.verdict),
    ...(chosen.notes.length > 0 ? [['Notes', html`${chosen.notes.join('; ')}`] as const] : []),
    [
      'SHA-256',
      html`<code>${kept.sha256}</code>${chosen.sha256 === kept.sha256 ? '' : html`<br><small>of the original <code>${chosen.sha256}</code></small>`}`,
    ],
  ])}${brief ? renderSteps(chosen) : renderWaterfall(chosen, fitScale([chosen]))}`
}

function renderMatches(matches: readonly Match[], brief = false): Markup {
  const shown = matches.slice(0, shownCandidates)
  const scale = fitScale(shown)
  const more = matches.length - shown.length
  const parts = shown.map((match) => {
    const { recording, probability, notes } = match
    const facts = [formatFacts(match), ...notes].filter((fact) => fact !== '').join(' · ')
    return html`<section class=candidate><h3>${link(recording.url, formatName(recording))} <b>${formatProbability(probability)}</b></h3><p>${name(facts)}<br><small>${recording.source}${nameId(recording)}</small>${brief ? renderSteps(match) : renderWaterfall(match, scale)}</section>`
  })
  return html`${parts}${more > 0 ? html`<p>And ${more} more; report.json names them all.` : ''}`
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
