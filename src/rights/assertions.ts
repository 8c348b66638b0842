import { type Reason, reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import { type Assertion, type Licence, nameOf } from '../model/verdict.ts'
import { findHost, type HostTerms, hosts } from './hosts.ts'
import { findTerms, unknownLicence } from './licences.ts'
import { shareName } from './names.ts'
import { isPublicDomainInUs } from './public-domain.ts'
import { recogniseLicence } from './recognise.ts'

/** A copy that licence and host allow, as far as its uploader tells the truth. */
export interface Offer {
  readonly recording: Recording
  readonly licence: Licence
  readonly host: HostTerms
  /** ISO 8601 date. */
  readonly today: string
}

/**
 * What an assertion says to an offer. `proves`: a page, an account or a licence that it names itself. `agrees`: an
 * account is called like the artist, which anybody's may be. `label-doubts`: a label has published it.
 */
interface Effect {
  readonly kind: 'proves' | 'agrees' | 'contradicts' | 'doubts-uploader' | 'label-doubts'
  readonly reason: Reason
  /** It names the very page of the offer, or its uploader's. */
  readonly namesPage?: true
}

export interface AssertionResult {
  /** What makes the offer stronger. */
  readonly agreeing: readonly Reason[]
  /** What sends it to review. */
  readonly clashing: readonly Reason[]
}

/**
 * Weighs what others know of an offer. Doubt whether the uploader may give a licence is settled where
 * another assertion on the same artist agrees with the offer; where a label has published it, only where one
 * proves it. A licence that contradicts is never settled.
 */
export function weighAssertions(offer: Offer, assertions: readonly Assertion[]): AssertionResult {
  const effects = assertions.flatMap((assertion) => {
    const effect = weigh(offer, assertion)
    return effect ? [{ ...effect, artists: assertion.artists }] : []
  })
  const proving = effects.filter(({ kind }) => kind === 'proves')
  const agreeing = effects.filter(({ kind }) => kind === 'proves' || kind === 'agrees')
  const settlers = { 'doubts-uploader': agreeing, 'label-doubts': proving }
  const clashing = effects.filter(({ kind, artists: names }) => {
    if (kind === 'contradicts') return true
    if (kind !== 'doubts-uploader' && kind !== 'label-doubts') return false
    return !settlers[kind].some(({ artists }) => shareName(artists, names))
  })
  return { agreeing: reasonsOf(agreeing), clashing: reasonsOf(clashing) }
}

/** Each once, however many say so. */
const reasonsOf = (effects: readonly Effect[]): readonly Reason[] => [
  ...new Map(effects.map(({ reason }) => [JSON.stringify(reason), reason])).values(),
]

/** Undefined where the assertion has nothing to say to the offer. */
function weigh(offer: Offer, assertion: Assertion): Effect | undefined {
  const by = findHost(hosts, assertion.by)?.says.name ?? assertion.by
  const said = weighLicences(offer, assertion, by) ?? weighOrigin(offer, assertion, by)
  // What is known of somebody else's recording proves nothing of this one, unless it names this very page.
  const isVoid = said?.kind === 'proves' && !said.namesPage && !isOfArtist(offer, assertion)
  return (isVoid ? undefined : said) ?? weighUploader(offer, assertion, by)
}

/** Whether an assertion says whose a published recording is: others can neither doubt an uploader nor vouch for one. */
export const saysWhose = ({ published, artists }: Assertion): boolean =>
  published && artists.length > 0

const isOfArtist = ({ recording: { artists } }: Offer, assertion: Assertion) =>
  artists.length === 0 || shareName(artists, assertion.artists)

/** A licence given elsewhere is a second opinion on the one given here. */
function weighLicences(
  { licence }: Offer,
  { licences }: Assertion,
  by: string,
): Effect | undefined {
  const given = licences.filter((text) => text.trim() !== '').map(recogniseLicence)
  const denied = given.find((one) => findTerms(one).copy === 'denied')
  if (denied)
    return {
      kind: 'contradicts',
      reason: reason('rights.others-deny', { by, licence: nameOf(denied) }),
    }
  const same = given.find((one) => familyOf(one) === familyOf(licence))
  if (same)
    return { kind: 'proves', reason: reason('rights.same-licence', { by, licence: nameOf(same) }) }
  const [other] = given
  return other && { kind: 'contradicts', reason: differentLicence(by, other) }
}

/** The uploader needs no permission where the page is a known lawful download, or the sound is in the public domain. */
function weighOrigin(offer: Offer, assertion: Assertion, by: string): Effect | undefined {
  const { recording, licence, today } = offer
  const { downloads, ownPages, published, year } = assertion
  const { url, uploaderUrl } = recording
  if (downloads?.some((page) => isPageOf(page, url)))
    return { kind: 'proves', reason: reason('rights.named-as-download', { by }), namesPage: true }
  const own = ownPages?.find((page) => isPageOf(page, url) || isPageOf(page, uploaderUrl))
  if (own !== undefined) {
    const why = reason('rights.artists-own-page', { by, page: own })
    return { kind: 'proves', reason: why, namesPage: true }
  }
  if (year === undefined) return undefined
  // An old year bears a statement out. Whoever gives a licence instead has to be the one who may.
  if (findTerms(licence).copy !== 'statement') return undefined
  if (isPublicDomainInUs(year, today))
    return { kind: 'proves', reason: reason('rights.old-release', { by, year }) }
  // A statement of public domain is believed for its date alone.
  return published
    ? { kind: 'contradicts', reason: reason('rights.no-older-release', { by, year }) }
    : undefined
}

/** How many of those credited are named. */
const MAX_NAMED = 3

/** A name typed at a host where anybody may upload is no proof: what a label has published needs more. */
function weighUploader(offer: Offer, assertion: Assertion, by: string): Effect | undefined {
  const { recording, host } = offer
  if (!saysWhose(assertion)) return undefined
  const { artists: credited, labels } = assertion
  const { artists, uploader } = recording
  const isArtistsHost = host.accounts === 'artist'
  const accounts = [
    ...(uploader === undefined ? [] : [uploader]),
    ...(isArtistsHost ? artists : []),
  ]
  const account = accounts.find(
    (name) => shareName([name], credited) && isOfArtist(offer, assertion),
  )
  // Who is credited first and has a label of the own name has none besides.
  const others = labels?.filter((label) => !shareName([label], credited.slice(0, 1)))
  if (account !== undefined && (isArtistsHost || others?.length === 0))
    return { kind: 'agrees', reason: reason('rights.artists-account', { by, account }) }
  const named = { by, artists: credited.slice(0, MAX_NAMED) }
  if (others !== undefined && others.length > 0) {
    const published = { ...named, labels: others.slice(0, MAX_NAMED), uploader }
    return { kind: 'label-doubts', reason: reason('rights.label-published', published) }
  }
  if (account !== undefined)
    return { kind: 'doubts-uploader', reason: reason('rights.account-unproven', { by, account }) }
  const more = credited.length - named.artists.length
  return {
    kind: 'doubts-uploader',
    reason: reason('rights.uploader-doubted', { ...named, more, uploader }),
  }
}

/** Texts that allow and ask the same: versions and countries of one licence are not told apart. */
function familyOf(licence: Licence): string {
  if (findTerms(licence).copy === 'unknown') return `unknown: ${licence.asGiven}`
  if (/^CC(?:0|-PD)|public-domain/.test(licence.id)) return 'public domain'
  const family = /^(?:CC(?:-(?:BY|NC|ND|SA))+|[AL]?GPL|GFDL)(?![A-Z])/.exec(licence.id)
  return family?.[0] ?? licence.id
}

function differentLicence(by: string, licence: Licence): Reason {
  return licence.name === unknownLicence.name
    ? reason('rights.other-terms', { by, given: (licence.asGiven ?? '').slice(0, 80) })
    : reason('rights.other-licence', { by, licence: nameOf(licence) })
}

/** The same page, or one beneath it. A host's front page, and what all its pages lie beneath, is nobody's own page. */
function isPageOf(page: string, url: string | undefined): boolean {
  if (url === undefined) return false
  const [wanted, given] = [pageKey(page), pageKey(url)]
  return wanted.split('/').length > 2 && (given === wanted || given.startsWith(`${wanted}/`))
}

const pageKey = (url: string) =>
  url
    .replace(/[?#].*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/+$/, '')
    .replace(/^[^/]*/, (host) => host.toLowerCase())
