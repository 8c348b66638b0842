import type { Recording } from '../model/recording.ts'
import type { Assertion, Licence } from '../model/verdict.ts'
import { findHost, type HostTerms, hosts } from './hosts.ts'
import { findTerms } from './licences.ts'
import { shareName, tellNames } from './names.ts'
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

/** What a claim says to an offer. */
interface Hearing {
  readonly kind: 'agrees' | 'contradicts' | 'doubts-uploader'
  readonly reason: string
}

export interface AssertionResult {
  /** Sentences that make the offer stronger. */
  readonly agreeing: readonly string[]
  /** Sentences that send it to review. */
  readonly clashing: readonly string[]
}

/**
 * Hears what others know of an offer. Doubt whether the uploader may give a licence is settled where
 * another claim on the same artist agrees with it; a licence that contradicts never is.
 */
export function hearClaims(offer: Offer, claims: readonly Assertion[]): AssertionResult {
  const heard = claims.flatMap((claim) => {
    const hearing = hearClaim(offer, claim)
    return hearing ? [{ ...hearing, artists: claim.artists }] : []
  })
  const agreeing = heard.filter(({ kind }) => kind === 'agrees')
  const isSettled = (names: readonly string[]) =>
    agreeing.some(({ artists }) => shareName(artists, names))
  const clashing = heard.filter(
    ({ kind, artists }) =>
      kind === 'contradicts' || (kind === 'doubts-uploader' && !isSettled(artists)),
  )
  return { agreeing: tellOnce(agreeing), clashing: tellOnce(clashing) }
}

const tellOnce = (hearings: readonly Hearing[]) => [
  ...new Set(hearings.map(({ reason }) => reason)),
]

/** Nothing where the claim has nothing to say to it. */
function hearClaim(offer: Offer, claim: Assertion): Hearing | undefined {
  const by = findHost(hosts, claim.by)?.says.name ?? claim.by
  return (
    hearLicences(offer, claim, by) ?? hearOrigin(offer, claim, by) ?? hearUploader(offer, claim, by)
  )
}

/** A licence given elsewhere is a second opinion on the one given here. */
function hearLicences({ licence }: Offer, claim: Assertion, by: string): Hearing | undefined {
  const given = claim.licences.filter((text) => text.trim() !== '').map(recogniseLicence)
  const denied = given.find((one) => findTerms(one).copy === 'denied')
  if (denied) return { kind: 'contradicts', reason: `${by} says: ${denied.name}.` }
  const same = given.find((one) => familyOf(one) === familyOf(licence))
  if (same) return { kind: 'agrees', reason: `${by} gives the same licence: ${same.name}.` }
  const [other] = given
  return other && { kind: 'contradicts', reason: `${by} gives another licence: ${tell(other)}.` }
}

/** Whoever put it there needs no leave where the page is known as lawful, or the sound as free. */
function hearOrigin(offer: Offer, claim: Assertion, by: string): Hearing | undefined {
  const { recording, licence, today } = offer
  if (claim.downloads?.some((page) => isPageOf(page, recording.url)))
    return { kind: 'agrees', reason: `${by} names this page as a free download of it.` }
  if (claim.year === undefined) return undefined
  if (isPublicDomainInUs(claim.year, today))
    return { kind: 'agrees', reason: `${by} knows a release of it from ${claim.year}.` }
  // A statement stands on its date alone.
  return claim.published && findTerms(licence).copy === 'statement'
    ? { kind: 'contradicts', reason: `${by} knows no release of it before ${claim.year}.` }
    : undefined
}

function hearUploader(
  { recording, host }: Offer,
  claim: Assertion,
  by: string,
): Hearing | undefined {
  if (!claim.published || claim.artists.length === 0) return undefined
  const { artists, uploader } = recording
  const accounts = [
    ...(uploader === undefined ? [] : [uploader]),
    ...(host.accounts === 'artist' ? artists : []),
  ]
  const account = accounts.find((name) => shareName([name], claim.artists))
  if (account !== undefined)
    return { kind: 'agrees', reason: `${account}, whom ${by} credits, put it there.` }
  const who =
    uploader === undefined
      ? 'nothing shows that the artist put it there'
      : `it was put there by ${uploader}`
  const credited = tellNames(claim.artists)
  return {
    kind: 'doubts-uploader',
    reason: `${by} knows it as a published recording by ${credited}, and ${who}.`,
  }
}

/** Texts that allow and ask the same: versions and countries of one licence are not told apart. */
function familyOf(licence: Licence): string {
  if (findTerms(licence).copy === 'unknown') return `unknown: ${licence.asGiven}`
  if (/^CC(?:0|-PD)|public-domain/.test(licence.id)) return 'public domain'
  const family = /^(?:CC(?:-(?:BY|NC|ND|SA))+|[AL]?GPL|GFDL)(?![A-Z])/.exec(licence.id)
  return family?.[0] ?? licence.id
}

const tell = ({ name, asGiven }: Licence) =>
  name === 'No known licence' ? `“${(asGiven ?? '').slice(0, 80)}”` : name

/** The same page, or one beneath it. A host's front door is nobody's page. */
function isPageOf(page: string, url: string | undefined): boolean {
  if (url === undefined) return false
  const [wanted, given] = [pageKey(page), pageKey(url)]
  return wanted.includes('/') && (given === wanted || given.startsWith(`${wanted}/`))
}

const pageKey = (url: string) =>
  url
    .replace(/[?#].*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/+$/, '')
    .replace(/^[^/]*/, (host) => host.toLowerCase())
