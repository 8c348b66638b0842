import { asReason, type Reason, reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import {
  type Assertion,
  type Licence,
  nameOf,
  type Unanswered,
  type Verdict,
} from '../model/verdict.ts'
import { weighAssertions } from './assertions.ts'
import { findHost, type HostTerms, hosts } from './hosts.ts'
import { findTerms, ownCopy, type Terms, unknownLicence } from './licences.ts'
import { isPublicDomainInUs } from './public-domain.ts'
import { recogniseLicence } from './recognise.ts'

export interface Policy {
  /** ISO 8601 date: public domain grows every first of January. */
  readonly today: string
}

/** What those who make assertions have answered about a track: what it is known to be, and who could not be asked. */
export interface AssertionAnswers {
  readonly assertions: readonly Assertion[]
  /** Whose word was needed and could not be had. */
  readonly unanswered: readonly Unanswered[]
}

/**
 * Two keys open a copy: the recording's licence and its host's terms. Unknown means link. An assertion that
 * contradicts the uploader sends the copy to review; so does, where anybody may upload, one who could not be asked.
 */
export function judge(
  recording: Recording,
  policy: Policy,
  answers: Partial<AssertionAnswers> = {},
): Verdict {
  return judgeAmong(hosts, recording, policy, answers)
}

/** The same by other terms than those known. */
export function judgeAmong(
  known: readonly HostTerms[],
  recording: Recording,
  { today }: Policy,
  { assertions = [], unanswered = [] }: Partial<AssertionAnswers> = {},
): Verdict {
  const host = findHost(known, recording.source)
  const licence = recogniseLicence(recording.licence ?? '')
  if (host?.copies === 'own') return judgeOwn(host, licence)
  const restrictions = [...new Set(recording.restrictions)].map((one) => reason(`rights.${one}`))
  if (!host) {
    const unknown = reason('rights.host-unknown', { source: recording.source })
    return { action: 'link', reasons: [unknown, ...restrictions], licence }
  }
  const keys = { licence, host: host.says }
  if (host.copies === 'never')
    return { action: 'link', reasons: [host.says.reason, ...restrictions], ...keys }
  if (restrictions.length > 0) return { action: 'link', reasons: restrictions, ...keys }
  const { action, reasons } = judgeLicence(licence, recording, today)
  if (action !== 'copy') return { action, reasons, ...keys }
  const { agreeing, clashing } = weighAssertions({ recording, licence, host, today }, assertions)
  const unchecked = host.accounts === 'anybody' ? unanswered.map(tellUnchecked) : []
  const doubts = [...clashing, ...unchecked]
  if (doubts.length === 0)
    return { action, reasons: [...reasons, host.says.reason, ...agreeing], ...keys }
  // The doubt decides; what speaks for the copy helps a person to settle it.
  const claimed = reason('rights.page-says', { licence: nameOf(licence) })
  return { action: 'review', reasons: [...doubts, claimed, ...agreeing], ...keys }
}

/** Whether what the source holds was put there by anybody: then others have to say whose it is. */
export const isOpenToAnybody = (source: string) => findHost(hosts, source)?.accounts === 'anybody'

const tellUnchecked = ({ by, reason: why }: Unanswered) =>
  reason('rights.not-checked', { by, reason: asReason(why) })

/** What its tags say is recorded, and never stands between the user and the file. */
function judgeOwn({ says }: HostTerms, licence: Licence): Verdict {
  const isKnown = licence.id !== unknownLicence.id
  if (!isKnown) {
    const { asGiven } = licence
    return { action: 'copy', reasons: [says.reason], licence: { ...ownCopy, asGiven } }
  }
  const tags = reason('rights.tags-say', { licence: nameOf(licence) })
  return { action: 'copy', reasons: [says.reason, tags], licence }
}

type Judgement = Pick<Verdict, 'action' | 'reasons'>

/** The first key alone. */
function judgeLicence(licence: Licence, { year }: Recording, today: string): Judgement {
  const terms = findTerms(licence)
  const freeSince = year !== undefined && isPublicDomainInUs(year, today) ? year : undefined
  switch (terms.copy) {
    case 'allowed':
      return { action: 'copy', reasons: allow(licence, terms) }
    case 'statement':
      return judgeStatement(licence, freeSince)
    case 'denied':
      return {
        action: 'link',
        reasons: [reason('rights.licence-denies', { licence: nameOf(licence) })],
      }
    case 'unknown':
      return judgeUnknown(licence, freeSince)
  }
}

function allow(licence: Licence, { nonCommercial, noDerivatives }: Terms): readonly Reason[] {
  return [
    reason('rights.licence-allows', { licence: nameOf(licence) }),
    ...(nonCommercial ? [reason('rights.non-commercial')] : []),
    ...(noDerivatives ? [reason('rights.no-derivatives')] : []),
  ]
}

/** "Public domain" and the like: only a date bears it out. `freeSince` is the year where it does. */
function judgeStatement(licence: Licence, freeSince: number | undefined): Judgement {
  const said = { licence: nameOf(licence) }
  return freeSince === undefined
    ? { action: 'review', reasons: [reason('rights.statement-without-date', said)] }
    : {
        action: 'copy',
        reasons: [reason('rights.statement-by-date', { ...said, year: freeSince })],
      }
}

/** An uploader's date alone is too little to copy on, and too much to pass over. */
function judgeUnknown({ asGiven }: Licence, freeSince: number | undefined): Judgement {
  const why = reason(asGiven === undefined ? 'rights.no-licence' : 'rights.unknown-licence')
  return freeSince === undefined
    ? { action: 'link', reasons: [why] }
    : { action: 'review', reasons: [reason('rights.old-enough', { why, year: freeSince })] }
}
