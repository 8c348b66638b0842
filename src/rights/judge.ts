import type { Recording } from '../model/recording.ts'
import type { Licence, Verdict } from '../model/verdict.ts'
import { type HostTerms, hosts } from './hosts.ts'
import { findTerms, ownCopy, unknownLicence } from './licences.ts'
import { isPublicDomainInUs } from './public-domain.ts'
import { recogniseLicence } from './recognise.ts'

export interface Policy {
  /** ISO 8601 date: public domain grows every first of January. */
  readonly today: string
}

/** Two keys open a copy: the recording's licence and its host's terms. Unknown means link. */
export function judge(recording: Recording, policy: Policy): Verdict {
  return judgeAmong(hosts, recording, policy)
}

/** The same by other terms than those known. */
export function judgeAmong(
  known: readonly HostTerms[],
  recording: Recording,
  policy: Policy,
): Verdict {
  const host = known.find(({ source }) => source === recording.source)
  const licence = recogniseLicence(recording.licence ?? '')
  if (host?.copies === 'own') return judgeOwn(host, licence)
  if (!host) {
    const reason = `Whether ${recording.source} lets copies be made is not known.`
    return { action: 'link', reasons: [reason], licence }
  }
  if (host.copies === 'never') return { action: 'link', reasons: [host.reason], licence }
  return judgeLicence(host, licence, recording, policy)
}

/** What its tags say is recorded, and never stands between the user and the file. */
function judgeOwn(host: HostTerms, licence: Licence): Verdict {
  if (licence.id === unknownLicence.id) {
    const { asGiven } = licence
    return {
      action: 'copy',
      reasons: [host.reason],
      licence: { ...ownCopy, ...(asGiven !== undefined && { asGiven }) },
    }
  }
  return { action: 'copy', reasons: [host.reason, `Its tags say: ${licence.name}.`], licence }
}

function judgeLicence(
  host: HostTerms,
  licence: Licence,
  recording: Recording,
  { today }: Policy,
): Verdict {
  const terms = findTerms(licence)
  const isOldEnough = recording.year !== undefined && isPublicDomainInUs(recording.year, today)
  const byDate = `Published in ${recording.year}, it is in the public domain in the United States.`
  switch (terms.copy) {
    case 'allowed':
      return {
        action: 'copy',
        reasons: [
          `${licence.name} allows it.`,
          host.reason,
          ...(terms.nonCommercial ? ['NonCommercial: for your own use.'] : []),
          ...(terms.noDerivatives
            ? ['NoDerivatives: the format may change, the sound may not.']
            : []),
        ],
        licence,
      }
    case 'statement':
      return isOldEnough
        ? { action: 'copy', reasons: [`${licence.name}. ${byDate}`, host.reason], licence }
        : {
            action: 'review',
            reasons: [`${licence.name}: an assertion that no date bears out.`],
            licence,
          }
    case 'denied':
      return { action: 'link', reasons: [`${licence.name}.`], licence }
    case 'unknown': {
      const reason =
        licence.asGiven === undefined
          ? 'It names no licence.'
          : 'What it says of its licence names none that is known.'
      // An uploader's date alone is too little to copy on, and too much to pass over.
      return isOldEnough
        ? { action: 'review', reasons: [`${reason} ${byDate}`], licence }
        : { action: 'link', reasons: [reason], licence }
    }
  }
}
