import type { Licence } from '../model/verdict.ts'

/** What a licence says about an exact copy, in whatever format, made for oneself. */
export interface Terms {
  /** `statement`: no licence but an assertion, such as "public domain", that only dates bear out. */
  readonly copy: 'allowed' | 'denied' | 'statement' | 'unknown'
  readonly nonCommercial: boolean
  readonly noDerivatives: boolean
}

/** A licence that is no family of many, and how it is written. */
export interface KnownLicence extends Licence {
  readonly copy: Terms['copy']
  /** Beginnings of the addresses of its text: host without `www.`, and path, in lower case. */
  readonly addresses: readonly string[]
  /** Its SPDX name, its names in prose. */
  readonly names: RegExp
}

/** The user's own file: it is copied for its owner, whatever is written in it. */
export const ownCopy: Licence = { id: 'own-copy', name: 'Your own copy' }

export const unknownLicence: Licence = { id: 'unknown', name: 'No known licence' }

/** In the order in which prose is searched: exact names first, general words last. */
export const knownLicences: readonly KnownLicence[] = [
  {
    id: 'CC0-1.0',
    name: 'Creative Commons Zero 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    copy: 'allowed',
    addresses: ['creativecommons.org/publicdomain/zero/1.0'],
    names: /\bcc[ -]?(?:0|zero)(?:[ -]?(?:v ?)?1\.0)?\b|\bcreative commons[ -]+(?:zero|cc0|0)\b/i,
  },
  {
    id: 'CC-PDM-1.0',
    name: 'Public Domain Mark 1.0',
    url: 'https://creativecommons.org/publicdomain/mark/1.0/',
    copy: 'statement',
    addresses: ['creativecommons.org/publicdomain/mark/1.0'],
    names: /\bcc[ -]pdm?\b|\bpublic domain mark\b/i,
  },
  {
    id: 'CC-PDDC',
    name: 'Creative Commons Public Domain Dedication and Certification',
    url: 'https://creativecommons.org/licenses/publicdomain/',
    copy: 'statement',
    addresses: ['creativecommons.org/licenses/publicdomain'],
    names: /\bcc[ -]pddc\b|\bpublic domain dedication and certification\b/i,
  },
  {
    id: 'FAL-1.3',
    name: 'Free Art License',
    url: 'https://artlibre.org/licence/lal/en/',
    copy: 'allowed',
    addresses: ['artlibre.org/licence/lal', 'artlibre.org/licence.php/lal'],
    names: /\bfree art licen[cs]e\b|\blicence art libre\b|^(?:fal|lal)(?:[ -]1\.\d)?$/i,
  },
  {
    id: 'LicenseRef-EFF-OAL-1.0',
    name: 'EFF Open Audio License 1.0',
    url: 'https://www.eff.org/IP/Open_licenses/eff_oal.html',
    copy: 'allowed',
    addresses: ['eff.org/ip/open_licenses/eff_oal'],
    names: /\b(?:eff )?open audio licen[cs]e\b/i,
  },
  {
    id: 'LicenseRef-DSL',
    name: 'Design Science License',
    url: 'https://www.gnu.org/licenses/dsl.html',
    copy: 'allowed',
    addresses: ['gnu.org/licenses/dsl', 'dsl.org/copyleft/dsl'],
    names: /\bdesign science licen[cs]e\b/i,
  },
  {
    id: 'OGL-UK-3.0',
    name: 'Open Government Licence 3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    copy: 'allowed',
    addresses: ['nationalarchives.gov.uk/doc/open-government-licence/version/3'],
    names:
      /\bopen government licen[cs]e,? (?:v|version )?3(?:\.0)?\b|\bogl(?:-uk)?[ -](?:v)?3(?:\.0)?\b/i,
  },
  {
    id: 'MIT',
    name: 'MIT License',
    url: 'https://opensource.org/license/mit',
    copy: 'allowed',
    addresses: ['opensource.org/license/mit', 'opensource.org/licenses/mit'],
    names: /\bmit licen[cs]e\b|^MIT$/i,
  },
  {
    id: 'Apache-2.0',
    name: 'Apache License 2.0',
    url: 'https://www.apache.org/licenses/LICENSE-2.0',
    copy: 'allowed',
    addresses: ['apache.org/licenses/license-2.0'],
    names: /\bapache(?: licen[cs]e,?(?: version)?)?[ -]2\.0\b/i,
  },
  {
    id: 'BSD-3-Clause',
    name: 'BSD 3-Clause License',
    url: 'https://opensource.org/license/bsd-3-clause',
    copy: 'allowed',
    addresses: ['opensource.org/license/bsd-3-clause', 'opensource.org/licenses/bsd-3-clause'],
    names: /\bbsd[ -]3[ -]clause\b/i,
  },
  {
    id: 'Artistic-2.0',
    name: 'Artistic License 2.0',
    url: 'https://opensource.org/license/artistic-2-0',
    copy: 'allowed',
    addresses: [
      'opensource.org/license/artistic-2-0',
      'opensource.org/licenses/artistic-license-2.0',
    ],
    names: /\bartistic(?: licen[cs]e)?[ -]2\.0\b/i,
  },
  {
    id: 'Unlicense',
    name: 'The Unlicense',
    url: 'https://unlicense.org/',
    copy: 'allowed',
    addresses: ['unlicense.org'],
    names: /\bunlicense\b/i,
  },
  {
    id: 'WTFPL',
    name: 'Do What The F*ck You Want To Public License',
    url: 'http://www.wtfpl.net/about/',
    copy: 'allowed',
    addresses: ['wtfpl.net', 'sam.zoy.org/wtfpl'],
    names: /\bwtfpl\b/i,
  },
  {
    id: 'all-rights-reserved',
    name: 'All rights reserved',
    copy: 'denied',
    addresses: [],
    names:
      /\ball[ -]rights[ -](?:are )?reserved\b|\balle rechte vorbehalten\b|\btous droits réservés|\btodos los derechos reservados\b|\btutti i diritti (?:sono )?riservati\b|\btodos os direitos reservados\b|\balle rechten voorbehouden\b|\bunauthori[sz]ed (?:copying|duplication|reproduction)\b/i,
  },
  {
    id: 'LicenseRef-public-domain',
    name: 'Stated to be in the public domain',
    copy: 'statement',
    addresses: [],
    names:
      /\bpublic[ -]domain\b|\bgemeinfrei\b|\bdomaine public\b|\bdominio p[úu]blico\b|^pd(?:-[\w-]+)?$/i,
  },
]

const byId: ReadonlyMap<string, KnownLicence> = new Map(
  knownLicences.map((known) => [known.id, known]),
)

/** What a licence, known by its id, allows. */
export function findTerms({ id }: Licence): Terms {
  const known = byId.get(id)
  if (known) return { copy: known.copy, nonCommercial: false, noDerivatives: false }
  if (/^CC-(?:BY|NC|ND|SA)\b/.test(id)) {
    return { copy: 'allowed', nonCommercial: /-NC\b/.test(id), noDerivatives: /-ND\b/.test(id) }
  }
  const copy = /^(?:[AL]?GPL|GFDL)-/.test(id) ? 'allowed' : 'unknown'
  return { copy, nonCommercial: false, noDerivatives: false }
}
