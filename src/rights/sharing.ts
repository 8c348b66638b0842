import type { ArchivedFile } from '../model/archived-file.ts'
import { type Reason, reason, type Told } from '../model/reason.ts'
import { type Licence, nameOf } from '../model/verdict.ts'
import { findHost, type HostTerms, hosts } from './hosts.ts'
import { judge, type Policy } from './judge.ts'
import { findTerms } from './licences.ts'
import { passingOn } from './pass-on.ts'
import { recordingOf } from './recorded.ts'

/** May a kept file be given to others? */
export type SharingDecision =
  | {
      readonly kind: 'share'
      /** As it was recognised anew; its address is there, but for the public domain by date. */
      readonly licence: Licence
      /** Why, and what is asked of who passes it on. */
      readonly reasons: readonly Reason[]
    }
  | { readonly kind: 'keep'; readonly reason: Reason }

/** So many days what others knew of a copy is taken to hold, where it is to be shared. */
const MAX_CHECK_AGE_DAYS = 365
const DAY_MS = 24 * 3600_000

/**
 * Decides anew, by what is recorded of a kept file, whether it may be given to others: what its licence and its host
 * allow, and nothing speaks against. Whatever is missing, unknown or not as this version would have written it, keeps
 * the file at home; so does a person's word, which settles a copy for the own keeping alone.
 */
export function judgeSharing(file: ArchivedFile, { today }: Policy): SharingDecision {
  const why = findObstacle(file, today)
  if (why) return { kind: 'keep', reason: why }
  const fresh = judge(recordingOf(file), { today })
  const { licence } = fresh
  const terms = findTerms(licence)
  return {
    kind: 'share',
    licence,
    reasons: [
      terms.copy === 'statement'
        ? reason('rights.share-by-date')
        : reason('rights.share-allowed', { licence: nameOf(licence) }),
      ...(terms.nonCommercial ? [reason('rights.share-non-commercial')] : []),
      ...(terms.noDerivatives && file.how === 'encoded'
        ? [reason('rights.share-format-only')]
        : []),
    ],
  }
}

/** The first thing that stands in the way. */
function findObstacle(file: ArchivedFile, today: string): Reason | undefined {
  const host = findHost(hosts, file.chosen.source)
  return (
    checkHost(host, file) ??
    checkVerdict(file, today) ??
    checkDoubts(file, today, host) ??
    checkLicence(file) ??
    checkEvidence(file, host)
  )
}

function checkHost(host: HostTerms | undefined, { chosen }: ArchivedFile): Reason | undefined {
  if (!host) return reason('rights.host-unknown', { source: chosen.source })
  if (host.copies === 'own') return reason('rights.share-own')
  if (host.copies === 'never') return reason('rights.share-host-forbids', { host: host.says.name })
  if (host.passOn !== 'licensed')
    return reason('rights.share-host-unread', { host: host.says.name })
  return undefined
}

/** Nobody in person has to have spoken for it: both keys open it by themselves, today as then. */
function checkVerdict(file: ArchivedFile, today: string): Reason | undefined {
  const { verdict } = file
  if (verdict.action !== 'copy') return reason('rights.share-not-copied')
  const fresh = judge(recordingOf(file), { today })
  if (fresh.action !== 'copy') return reason('rights.share-judged-otherwise')
  const { id, name, url } = verdict.licence
  const isSame = fresh.licence.id === id && fresh.licence.name === name && fresh.licence.url === url
  if (!isSame) return reason('rights.share-judged-otherwise')
  const said = verdict.reasons.map((each) => JSON.stringify(each))
  if (!fresh.reasons.every((each) => said.includes(JSON.stringify(each))))
    return reason('rights.share-judged-otherwise')
  return verdict.reasons.every((told) => isOwn(told, fresh.reasons) || isAgreeing(told))
    ? undefined
    : reason('rights.share-settled')
}

const isOwn = (told: Told, reasons: readonly Told[]) =>
  reasons.some((each) => JSON.stringify(each) === JSON.stringify(told))

/** What others know, and what speaks for a copy. */
const AGREEING: ReadonlySet<string> = new Set([
  'rights.same-licence',
  'rights.named-as-download',
  'rights.artists-own-page',
  'rights.artists-account',
  'rights.old-release',
])

const isAgreeing = (told: Told) => typeof told === 'object' && AGREEING.has(told.code)

function checkDoubts(
  { doubt, checkedAt }: ArchivedFile,
  today: string,
  host: HostTerms | undefined,
): Reason | undefined {
  if (doubt) return reason('rights.share-in-doubt')
  if (host?.accounts !== 'anybody') return undefined
  const age = Date.parse(today) - Date.parse(checkedAt ?? '')
  const isRecent = age >= 0 && age <= MAX_CHECK_AGE_DAYS * DAY_MS
  return isRecent ? undefined : reason('rights.share-unchecked')
}

function checkLicence({ verdict }: ArchivedFile): Reason | undefined {
  const { licence } = verdict
  // Of the public domain by date, another than its uploader has to know the date.
  if (findTerms(licence).copy === 'statement')
    return verdict.reasons.some((each) => isCode(each, 'rights.old-release'))
      ? undefined
      : reason('rights.share-date-unproven')
  const named = { licence: nameOf(licence) }
  const asked = passingOn(licence)
  if (asked === 'text') return reason('rights.share-needs-text', named)
  if (asked === 'source') return reason('rights.share-needs-source', named)
  if (asked === 'unknown' || licence.url === undefined)
    return reason('rights.share-no-address', named)
  return undefined
}

const isCode = (told: Told, code: string) => typeof told === 'object' && told.code === code

const SHA256 = /^[0-9a-f]{64}$/

/** The source's own words on the licence are there; page, sound and answer lie where the host has them. */
function checkEvidence(
  { chosen, verdict }: ArchivedFile,
  host: HostTerms | undefined,
): Reason | undefined {
  const { url, fileUrl, answer, sha256 } = chosen
  const sites = host?.sites ?? []
  const isThere = [url, fileUrl, answer?.url].every((each) => isAt(each, sites))
  const isWhole = SHA256.test(sha256) && SHA256.test(answer?.sha256 ?? '')
  const isQuoted = verdict.licence.asGiven !== undefined
  return isThere && isWhole && isQuoted ? undefined : reason('rights.share-no-evidence')
}

function isAt(url: string | undefined, sites: readonly string[]): boolean {
  const host = /^https?:\/\/([a-z0-9.-]+)(?=\/|$)/i.exec(url ?? '')?.[1]?.toLowerCase()
  return host !== undefined && sites.some((site) => host === site || host.endsWith(`.${site}`))
}
