import type { Match } from '../model/match.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Told } from '../model/reason.ts'
import type { Verdict } from '../model/verdict.ts'
import { agreementOf } from '../words/agreement.ts'
import { formatEvidence, formatFacts, formatName, licenceName, objections } from '../words/names.ts'
import { say } from '../words/say.ts'
import type { Words } from '../words/words.ts'
import { describeLink, groupLinks, webAddress } from './links.ts'

const MAX_CANDIDATES = 4
const MAX_LINKS = 6

/** Sentences under an entry's name. */
export function explain(outcome: Outcome, words: Words): readonly string[] {
  return [...sayWhy(outcome, words), ...tellLinks(outcome, words)]
}

function sayWhy(outcome: Outcome, words: Words): readonly string[] {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept': {
      const { verdict, chosen } = outcome.kept
      return [
        ...tellAgreement(chosen, words),
        ...tellNotes(outcome.notes, words),
        ...tellOrigin(verdict, chosen.url, words),
      ]
    }
    case 'would-keep': {
      const { verdict, match } = outcome
      return [
        ...tellAgreement(match, words),
        ...tellNotes(match.notes, words),
        ...tellOrigin(verdict, match.recording.url, words),
      ]
    }
    case 'ambiguous':
      return [say(outcome.reason, words), ...listCandidates(outcome.candidates, words)]
    case 'not-found':
      return [
        say(outcome.reason, words),
        ...(outcome.known ? [tellKnown(outcome.known, words)] : []),
        ...(outcome.nearest ? tellNearest(outcome.nearest, words) : []),
      ]
    case 'review':
    case 'refused':
      return [
        ...outcome.verdict.reasons.map((each) => say(each, words)),
        ...tellAddress(outcome.match.recording.url),
      ]
    case 'failed':
    case 'skipped':
      return [say(outcome.reason, words)]
  }
}

/** How far it is the recording asked for, in a sentence. */
function tellAgreement({ evidence }: Pick<Match, 'evidence'>, words: Words): readonly string[] {
  const agreement = agreementOf(evidence)
  return agreement === undefined ? [] : [words.evidence.agreement(agreement)]
}

const tellNotes = (notes: readonly Told[], words: Words) =>
  notes.length > 0 ? [notes.map((note) => say(note, words)).join('; ')] : []

/** Under which licence, and from which host, a copy is; nothing for files of the user's own. */
function tellOrigin(
  { licence, host }: Verdict,
  url: string | undefined,
  words: Words,
): readonly string[] {
  return host ? [[licenceName(licence, words), host.name, ...tellAddress(url)].join(' · ')] : []
}

function tellAddress(url: string | undefined): readonly string[] {
  const address = url === undefined ? undefined : webAddress(url)
  return address === undefined ? [] : [address]
}

function tellLinks(outcome: Outcome, words: Words): readonly string[] {
  const links = groupLinks(outcome).flatMap(({ kind, links }) =>
    links.map(
      (link) =>
        `• ${words.evidence.links[kind]}: ${link.url} (${[link.service, ...describeLink(link, words)].join('; ')})`,
    ),
  )
  if (links.length === 0) return []
  const more = links.length - MAX_LINKS
  return [
    `${words.evidence.whereElse}:`,
    ...links.slice(0, MAX_LINKS),
    ...(more > 0 ? [`• ${words.evidence.more(more)}`] : []),
  ]
}

function listCandidates(candidates: readonly Match[], words: Words): readonly string[] {
  const shown = candidates.slice(0, MAX_CANDIDATES)
  const more = candidates.length - shown.length
  return [
    ...shown.flatMap((match) => {
      const facts = formatFacts(match, words)
      const against = listObjections(match, 2, words)
      return [
        `• ${formatName(match.recording)} (${words.units.probability(match.probability)})${facts === '' ? '' : `: ${facts}`}`,
        ...(against !== '' ? [words.evidence.differsIn(against)] : []),
      ]
    }),
    ...(more > 0 ? [`• ${words.evidence.more(more)}`] : []),
  ]
}

function tellKnown(known: Match, words: Words): string {
  const { recording } = known
  const facts = [formatFacts(known, words), recording.url ?? recording.id].filter(
    (fact) => fact !== '',
  )
  return words.evidence.knownAs(`${formatName(recording)} · ${facts.join(' · ')}`)
}

function tellNearest(nearest: Match, words: Words): readonly string[] {
  const against = listObjections(nearest, 3, words)
  const facts = formatFacts(nearest, words)
  return [
    words.evidence.nearest(`${formatName(nearest.recording)}${facts === '' ? '' : ` · ${facts}`}`),
    ...(against !== '' ? [words.evidence.againstIt(against)] : []),
  ]
}

const listObjections = (match: Match, most: number, words: Words) =>
  objections(match)
    .slice(0, most)
    .map((one) => formatEvidence(one, words))
    .join('; ')
