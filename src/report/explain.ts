import type { Match } from '../model/match.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Told } from '../model/reason.ts'
import type { Verdict } from '../model/verdict.ts'
import { english } from '../words/english.ts'
import { describeLink, groupLinks, linksHeading, webAddress } from './links.ts'
import { formatEvidence, formatFacts, formatName, formatProbability, objections } from './words.ts'

const shownCandidates = 4
const shownLinks = 6

/** Sentences under an entry's name. */
export function explain(outcome: Outcome): readonly string[] {
  return [...sayWhy(outcome), ...tellLinks(outcome)]
}

function sayWhy(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept': {
      const { verdict, chosen } = outcome.kept
      return [...tellNotes(outcome.notes), ...tellOrigin(verdict, chosen.url)]
    }
    case 'would-keep': {
      const { verdict, match } = outcome
      return [...tellNotes(match.notes), ...tellOrigin(verdict, match.recording.url)]
    }
    case 'ambiguous':
      return [english(outcome.reason), ...listCandidates(outcome.candidates)]
    case 'not-found':
      return [
        english(outcome.reason),
        ...(outcome.known ? [tellKnown(outcome.known)] : []),
        ...(outcome.nearest ? tellNearest(outcome.nearest) : []),
      ]
    case 'review':
    case 'refused':
      return [...outcome.verdict.reasons.map(english), ...tellAddress(outcome.match.recording.url)]
    case 'failed':
    case 'skipped':
      return [english(outcome.reason)]
  }
}

const tellNotes = (notes: readonly Told[]) =>
  notes.length > 0 ? [notes.map(english).join('; ')] : []

/** Under which licence, and from which host, a copy is; nothing for files of the user's own. */
function tellOrigin({ licence, host }: Verdict, url: string | undefined): readonly string[] {
  return host ? [[licence.name, host.name, ...tellAddress(url)].join(' · ')] : []
}

function tellAddress(url: string | undefined): readonly string[] {
  const address = url === undefined ? undefined : webAddress(url)
  return address === undefined ? [] : [address]
}

function tellLinks(outcome: Outcome): readonly string[] {
  const links = groupLinks(outcome).flatMap(({ label, links }) =>
    links.map(
      (link) => `• ${label}: ${link.url} (${[link.service, ...describeLink(link)].join('; ')})`,
    ),
  )
  if (links.length === 0) return []
  const more = links.length - shownLinks
  return [
    `${linksHeading}:`,
    ...links.slice(0, shownLinks),
    ...(more > 0 ? [`• and ${more} more`] : []),
  ]
}

function listCandidates(candidates: readonly Match[]): readonly string[] {
  const shown = candidates.slice(0, shownCandidates)
  const more = candidates.length - shown.length
  return [
    ...shown.flatMap((match) => {
      const facts = formatFacts(match)
      const against = objections(match).slice(0, 2).map(formatEvidence)
      return [
        `• ${formatName(match.recording)} (${formatProbability(match.probability)})${facts === '' ? '' : `: ${facts}`}`,
        ...(against.length > 0 ? [`differs in ${against.join('; ')}`] : []),
      ]
    }),
    ...(more > 0 ? [`• and ${more} more`] : []),
  ]
}

function tellKnown(known: Match): string {
  const { recording } = known
  const facts = [formatFacts(known), recording.url ?? recording.id].filter((fact) => fact !== '')
  return `Known as: ${formatName(recording)} · ${facts.join(' · ')}`
}

function tellNearest(nearest: Match): readonly string[] {
  const against = objections(nearest).slice(0, 3).map(formatEvidence)
  const facts = formatFacts(nearest)
  return [
    `Nearest: ${formatName(nearest.recording)}${facts === '' ? '' : ` · ${facts}`}`,
    ...(against.length > 0 ? [`Against it: ${against.join('; ')}`] : []),
  ]
}
