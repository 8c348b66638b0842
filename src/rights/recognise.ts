import type { Licence } from '../model/verdict.ts'
import { countries, readCountryName } from './countries.ts'
import { findCreativeCommons } from './creative-commons.ts'
import { recogniseGnu } from './gnu.ts'
import { findTerms, knownLicences, unknownLicence } from './licences.ts'

/** A licence found in a text, and where its name begins. */
interface LicenceMention {
  readonly licence: Licence
  readonly at: number
}

/** Characters that are read: a statement of a licence is shorter. */
const MAX_LENGTH = 4000

/**
 * Recognises the licence that a text names: an address, an SPDX name, a short name (`CC BY-SA 3.0`), or
 * prose as in copyright lines. What is doubtful is unknown: a licence that was never published, one
 * that the text denies or takes back in the same breath.
 */
export function recogniseLicence(text: string): Licence {
  const given = text.trim()
  const asGiven = given === '' ? {} : { asGiven: given }
  const searched = given.slice(0, MAX_LENGTH).replaceAll(/[\p{Cc}\s]+/gu, ' ')
  const found = findLicence(searched)
  if (!found) return { ...unknownLicence, ...asGiven }
  const { id, name, url } = found.licence
  return { id, name, url, ...asGiven }
}

function findLicence(text: string): LicenceMention | undefined {
  const found = readCreativeCommonsAddress(text) ?? readAddress(text) ?? readProse(text)
  if (!found) return undefined
  if (denied.test(text.slice(Math.max(0, found.at - 50), found.at))) return undefined
  const takenBack = findTerms(found.licence).copy === 'allowed' && reserved.test(text)
  return takenBack ? undefined : found
}

/** Addresses are left out of prose: what stands in one names a page, no licence. */
function readProse(text: string): LicenceMention | undefined {
  const prose = text.replaceAll(anyAddress, (address) => ' '.repeat(address.length))
  return readShortName(prose) ?? readLongName(prose) ?? recogniseGnu(prose) ?? readKnownName(prose)
}

const denied =
  /\b(?:not|no longer|never|isn'?t|formerly|previously|except|unless|without)\b[^.;!?]*$/i

const reserved = knownLicences.find(({ id }) => id === 'all-rights-reserved')?.names ?? /$^/

/** An address, not a part of another one: `evil.example/creativecommons.org/…` names nothing. */
const creativeCommonsAddress =
  /(?:(?<![\w.@/=&%-])https?:\/\/|(?<![\w.@/=&%:-])(?:\/\/)?)(?:www\.|i\.)?creativecommons\.org\/(licen[cs]es|l|publicdomain|p)\/([\w+%./-]*)/i

function readCreativeCommonsAddress(text: string): LicenceMention | undefined {
  const match = creativeCommonsAddress.exec(text)
  if (!match) return undefined
  const [, section = '', rest = ''] = match
  const path = rest
    .toLowerCase()
    .replaceAll('%2b', '+')
    .replace(/[.,]+$/, '')
  const licence = /^p/i.test(section)
    ? findKnown(`creativecommons.org/publicdomain/${path}`)
    : readCreativeCommonsPath(path)
  // An address that cannot be read decides: prose beside it does not help.
  return { licence: licence ?? unknownLicence, at: match.index }
}

/** `by-sa/3.0/de/deed.de`, `by/4.0/legalcode`, `by-nc/2.0/88x31.png`. */
function readCreativeCommonsPath(path: string): Licence | undefined {
  const [conditions = '', ...rest] = path.split('/').filter((part) => part !== '')
  const [version, country, ...more] = rest.filter(
    (part) => !/^(?:deed|legalcode|rdf)\b|^\d+x\d+/.test(part),
  )
  if (more.length > 0) return undefined
  if (retired.test(conditions)) return { ...unknownLicence, name: `Creative Commons ${conditions}` }
  if (/^l?gpl$/.test(conditions)) return recogniseGnu(`${conditions} ${version ?? ''}`)?.licence
  return (
    findCreativeCommons({ conditions, version, country }) ??
    findKnown(`creativecommons.org/licenses/${path}`)
  )
}

/** Published and withdrawn; they do not allow whole copies everywhere, or not to everyone. */
const retired = /^(?:nc-)?sampling(?:\+|plus)?$|^devnations$/

const anyAddress = /(?<![\w.@/=&%-])(?:https?:\/\/|(?=[\w-]+\.[\w.-]+\/))(?:www\.)?([\w.-]+\/\S*)/gi

function readAddress(text: string): LicenceMention | undefined {
  for (const match of text.matchAll(anyAddress)) {
    const address = (match[1] ?? '').toLowerCase()
    const page = readPageName(address)
    const licence = page ? readProse(page)?.licence : findKnown(address)
    if (licence) return { licence, at: match.index }
  }
  return undefined
}

/** Pages that bear their licence's name: `gnu.org/licenses/gpl-3.0.html`, `spdx.org/licenses/CC-BY-4.0`. */
const namedPage =
  /^(?:gnu\.org\/(?:licenses|copyleft)\/(?:old-licenses\/)?((?:[al]?gpl|fdl)[\w.-]*?)|spdx\.org\/licenses\/([\w.+-]+?))(?:\.(?:html|txt|en|json))*(?![\w.-])/

function readPageName(address: string): string | undefined {
  const match = namedPage.exec(address)
  return match?.[1]?.replace(/^fdl/, 'gfdl') ?? match?.[2]
}

function findKnown(address: string): Licence | undefined {
  return knownLicences.find(({ addresses }) =>
    addresses.some(
      (known) => address.startsWith(known) && !/^[\w-]/.test(address.slice(known.length)),
    ),
  )
}

const shortName =
  /(?<![\w-])(?:cc[ _:-]*|creative commons[ :(-]*(?:licen[cs]e[ :(-]*)?)((?:by|nc|nd|sa)(?:[ _-]+(?:by|nc|nd|sa))*)(?![a-z])|(?<![\w-])(by(?:-(?:nc|nd|sa))+)(?![a-z])/i

function readShortName(text: string): LicenceMention | undefined {
  const match = shortName.exec(text)
  if (!match) return undefined
  const conditions = (match[1] ?? match[2] ?? '').replaceAll(/[ _-]+/g, '-')
  const rest = text.slice(match.index + match[0].length)
  return readVersion(conditions, rest, match.index)
}

const longName =
  /(?<!\p{L})(creative commons[ :(-]*)?attribution((?:[ \-–/,]*(?:non[- ]?commercial|no[- ]?deriv(?:ative)?s?(?: works)?|share[- ]?alike))*)(?!\p{L})/iu

/** `Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported`; `attribution` alone is a word. */
function readLongName(text: string): LicenceMention | undefined {
  const match = longName.exec(text)
  if (!match) return undefined
  const [all, prefix, more = ''] = match
  const rest = text.slice(match.index + all.length)
  const conditions = [
    'by',
    ...(/commercial/i.test(more) ? ['nc'] : []),
    ...(/deriv/i.test(more) ? ['nd'] : []),
    ...(/share/i.test(more) ? ['sa'] : []),
  ]
  const isName = prefix !== undefined || conditions.length > 1 || versionAfter.exec(rest)?.[1]
  return isName ? readVersion(conditions.join('-'), rest, match.index) : undefined
}

const versionAfter = /^[ _,-]*(?:licen[cs]e[ ,]*)?\(?(?:version |ver\. ?|v\.? ?)?(\d(?:\.\d)?)?\)?/i
const codeAfter = /^-([a-z]{2}|igo|scotland)(?![a-z])/i
const country = /^[ ,(]+(?:([A-Z]{2,3})(?![\p{L}]))?/u

function readVersion(conditions: string, rest: string, at: number): LicenceMention {
  const match = versionAfter.exec(rest)
  const version = match?.[1]?.padEnd(3, '.0')
  const after = rest.slice(version === undefined ? 0 : match?.[0].length)
  const strict = codeAfter.exec(after)?.[1]?.toLowerCase()
  const code = country.exec(after)?.[1]?.toLowerCase()
  const loose =
    readCountryName(after.replace(/^[ ,(]+/, '')) ?? (code && code in countries ? code : undefined)
  const licence =
    findCreativeCommons({ conditions, version, country: strict ?? loose }) ?? unknownLicence
  return { licence, at }
}

function readKnownName(text: string): LicenceMention | undefined {
  for (const licence of knownLicences) {
    const match = licence.names.exec(text)
    if (match) return { licence, at: match.index }
  }
  return undefined
}
