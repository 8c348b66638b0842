import type { Recording, Restriction } from '../model/recording.ts'
import type { Assertion, Licence, Verdict } from '../model/verdict.ts'
import { hearClaims } from './claims.ts'
import { findHost, type HostTerms, hosts } from './hosts.ts'
import { findTerms, ownCopy, unknownLicence } from './licences.ts'
import { isPublicDomainInUs } from './public-domain.ts'
import { recogniseLicence } from './recognise.ts'

export interface Policy {
  /** ISO 8601 date: public domain grows every first of January. */
  readonly today: string
}

/**
 * Two keys open a copy: the recording's licence and its host's terms. Unknown means link.
 * `claims` are what others know of the track: one that clashes with what the uploader says sends
 * the copy to review.
 */
export function judge(
  recording: Recording,
  policy: Policy,
  claims: readonly Assertion[] = [],
): Verdict {
  return judgeAmong(hosts, recording, policy, claims)
}

/** The same by other terms than those known. */
export function judgeAmong(
  known: readonly HostTerms[],
  recording: Recording,
  { today }: Policy,
  claims: readonly Assertion[] = [],
): Verdict {
  const host = findHost(known, recording.source)
  const licence = recogniseLicence(recording.licence ?? '')
  if (host?.copies === 'own') return judgeOwn(host, licence)
  const restrictions = [...new Set(recording.restrictions)].map((one) => restrictionReasons[one])
  if (!host) {
    const reason = `Whether ${recording.source} lets copies be made is not known.`
    return { action: 'link', reasons: [reason, ...restrictions], licence }
  }
  const said = { licence, host: host.says }
  if (host.copies === 'never')
    return { action: 'link', reasons: [host.says.reason, ...restrictions], ...said }
  if (restrictions.length > 0) return { action: 'link', reasons: restrictions, ...said }
  const { action, reasons } = judgeLicence(licence, recording, today)
  if (action !== 'copy') return { action, reasons, ...said }
  const { agreeing, clashing } = hearClaims({ recording, licence, host, today }, claims)
  if (clashing.length === 0)
    return { action, reasons: [...reasons, host.says.reason, ...agreeing], ...said }
  // The doubt decides; what speaks for the copy helps a person to settle it.
  return {
    action: 'review',
    reasons: [...clashing, `Its page says: ${licence.name}.`, ...agreeing],
    ...said,
  }
}

const restrictionReasons: Readonly<Record<Restriction, string>> = {
  'stream-only': 'Its host lets it be streamed only.',
  'access-restricted': 'Its host opens it to some people only: it is lent, or behind a login.',
  private: 'Its host marks the file as private.',
  'no-download': 'Its owner has switched downloads off.',
  'terms-unread': 'The terms of the server that it lies on have not been read: a link, no more.',
  contradictory: 'Its host contradicts itself on whether it may be taken.',
}

/** What its tags say is recorded, and never stands between the user and the file. */
function judgeOwn({ says }: HostTerms, licence: Licence): Verdict {
  if (licence.id === unknownLicence.id) {
    const { asGiven } = licence
    return {
      action: 'copy',
      reasons: [says.reason],
      licence: { ...ownCopy, asGiven },
    }
  }
  return { action: 'copy', reasons: [says.reason, `Its tags say: ${licence.name}.`], licence }
}

/** The first key alone. */
function judgeLicence(
  licence: Licence,
  { year }: Recording,
  today: string,
): Pick<Verdict, 'action' | 'reasons'> {
  const terms = findTerms(licence)
  const isOldEnough = year !== undefined && isPublicDomainInUs(year, today)
  const byDate = `Published in ${year}, it is in the public domain in the United States.`
  switch (terms.copy) {
    case 'allowed':
      return {
        action: 'copy',
        reasons: [
          `${licence.name} allows it.`,
          ...(terms.nonCommercial ? ['NonCommercial: for your own use.'] : []),
          ...(terms.noDerivatives
            ? ['NoDerivatives: the format may change, the sound may not.']
            : []),
        ],
      }
    case 'statement':
      return isOldEnough
        ? { action: 'copy', reasons: [`${licence.name}. ${byDate}`] }
        : {
            action: 'review',
            reasons: [`${licence.name}: an assertion that no date bears out.`],
          }
    case 'denied':
      return { action: 'link', reasons: [`${licence.name}.`] }
    case 'unknown': {
      const reason =
        licence.asGiven === undefined
          ? 'It names no licence.'
          : 'What it says of its licence names none that is known.'
      // An uploader's date alone is too little to copy on, and too much to pass over.
      return isOldEnough
        ? { action: 'review', reasons: [`${reason} ${byDate}`] }
        : { action: 'link', reasons: [reason] }
    }
  }
}
