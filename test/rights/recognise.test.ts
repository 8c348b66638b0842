import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseLicence } from '../../src/rights/recognise.ts'
import { codePoint } from '../support/code-point.ts'
import { describeShared, shared } from '../support/shared.ts'

/** What a text is recognised as, and the ways to write it. */
const cases: Readonly<Record<string, readonly string[]>> = {
  'CC-BY-3.0': [
    'http://creativecommons.org/licenses/by/3.0/',
    'https://creativecommons.org/licenses/by/3.0',
    'https://www.creativecommons.org/licenses/by/3.0/legalcode',
    'HTTP://CreativeCommons.org/licenses/BY/3.0/',
    '//creativecommons.org/licenses/by/3.0/',
    'creativecommons.org/licenses/by/3.0/deed.en_US',
    'https://creativecommons.org/licenses/by/3.0/?ref=chooser-v1',
    'https://creativecommons.org/licenses/by/3.0/#top',
    'http://i.creativecommons.org/l/by/3.0/88x31.png',
    '<a rel="license" href="http://creativecommons.org/licenses/by/3.0/">CC</a>',
    'https://spdx.org/licenses/CC-BY-3.0.html',
    'Licensed to the public under http://creativecommons.org/licenses/by/3.0/ verify at http://www.archive.org/details/x',
    '2012 Somebody. Licensed to the public under (http://creativecommons.org/licenses/by/3.0/).',
    'See http://creativecommons.org/licenses/by/3.0/.',
    'CC BY 3.0',
    'CC-BY-3.0',
    'cc-by-3.0',
    'cc_by_3.0',
    'CC BY 3',
    'CC BY v3.0',
    '(cc) Somebody 2011, CC BY 3.0, some rights reserved',
    'Creative Commons BY 3.0',
    'Creative Commons Attribution 3.0',
    'Creative Commons Attribution 3.0 Unported',
    'Creative Commons - Attribution 3.0',
    'Creative Commons Attribution 3.0 Unported License',
    'Attribution (3.0)',
    'Attribution 3.0 Unported',
    'creative commons attribution version 3.0',
    '© 2010 Somebody, released under a Creative Commons Attribution 3.0 licence',
    'CC BY 3.0 at example.org',
    'CC BY 3.0 OR later',
  ],
  'CC-BY-SA-3.0': [
    'http://creativecommons.org/licenses/by-sa/3.0/',
    'http://creativecommons.org/licenses/sa-by/3.0/',
    'CC BY-SA 3.0',
    'CC BY SA 3.0',
    'CC-BY-SA-3.0',
    'CC SA-BY 3.0',
    'by-sa 3.0',
    'Creative Commons Attribution-ShareAlike 3.0',
    'Creative Commons Attribution-Share Alike 3.0 Unported',
    'Attribution-ShareAlike 3.0 International',
    'GFDL or http://creativecommons.org/licenses/by-sa/3.0/',
  ],
  'CC-BY-NC-SA-2.0': [
    'http://creativecommons.org/licenses/by-nc-sa/2.0/deed.de',
    'CC BY-NC-SA 2.0',
  ],
  'CC-BY-NC-SA-4.0': [
    'https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode.txt',
    'Attribution-NonCommercial-ShareAlike 4.0 International (CC BY-NC-SA 4.0)',
    'Creative Commons Attribution Non-Commercial Share Alike 4.0',
    'Creative Commons Attribution, NonCommercial, ShareAlike 4.0',
  ],
  'CC-BY-NC-ND-3.0': [
    'http://creativecommons.org/licenses/by-nc-nd/3.0/',
    'CC BY-NC-ND 3.0',
    'Creative Commons Attribution-Noncommercial-No Derivative Works 3.0',
    'Attribution-NonCommercial-NoDerivs 3.0 Unported',
  ],
  'CC-BY-NC-ND-1.0': [
    'http://creativecommons.org/licenses/by-nd-nc/1.0/',
    'http://creativecommons.org/licenses/by-nc-nd/1.0/',
    'http://creativecommons.org/licenses/by-nd-nc/1.0/legalcode',
  ],
  'CC-BY-NC-ND-1.0-FI': ['http://creativecommons.org/licenses/by-nd-nc/1.0/fi/deed.en'],
  'CC-BY-ND-4.0': [
    'https://creativecommons.org/licenses/by-nd/4.0/',
    'CC BY-ND 4.0',
    'cc-by-nd-4.0',
  ],
  'CC-BY-NC-4.0': ['https://creativecommons.org/licenses/by-nc/4.0/deed.fr', 'CC BY-NC 4.0'],
  'CC-BY-2.1-JP': [
    'http://creativecommons.org/licenses/by/2.1/jp/',
    'CC BY 2.1 JP',
    'CC-BY-2.1-JP',
  ],
  'CC-BY-NC-ND-2.1-ES': ['http://creativecommons.org/licenses/by-nc-nd/2.1/es/deed.ca'],
  'CC-BY-SA-2.1-AU': ['http://creativecommons.org/licenses/by-sa/2.1/au/'],
  'CC-BY-SA-3.0-DE': [
    'http://creativecommons.org/licenses/by-sa/3.0/de/',
    'http://creativecommons.org/licenses/by-sa/3.0/de/deed.de',
    'CC BY-SA 3.0 DE',
    'CC-BY-SA-3.0-DE',
    'Creative Commons Attribution-ShareAlike 3.0 Germany',
    'Creative Commons Attribution-ShareAlike 3.0 (Germany)',
    'Creative Commons Attribution-ShareAlike 3.0 Deutschland',
  ],
  'CC-BY-NC-2.5-SCOTLAND': [
    'http://creativecommons.org/licenses/by-nc/2.5/scotland/',
    'Attribution-NonCommercial 2.5 UK: Scotland',
  ],
  'CC-BY-2.0-UK': [
    'http://creativecommons.org/licenses/by/2.0/uk/',
    'Creative Commons Attribution 2.0 England & Wales',
    'Creative Commons Attribution 2.0 United Kingdom',
  ],
  'CC-BY-3.0-IGO': ['https://creativecommons.org/licenses/by/3.0/igo/', 'CC BY 3.0 IGO'],
  'CC-BY-3.0-US': ['http://creativecommons.org/licenses/by/3.0/us/', 'CC BY 3.0 United States'],
  'CC-BY': [
    'CC BY',
    'CC-BY',
    'CCBY',
    'Attribution CC BY',
    'Creative Commons Attribution',
    'Creative Commons: by',
    'http://creativecommons.org/licenses/by/',
  ],
  'CC-BY-SA': ['Attribution ShareAlike CC BY-SA', 'Creative Commons BY-SA', 'by-sa'],
  'CC-BY-NC': ['Attribution Noncommercial', 'Attribution-NonCommercial CC BY-NC'],
  'CC-BY-NC-ND': ['Attribution-NonCommercial-NoDerivatives CC BY-NC-ND', 'CC (by-nc-nd)'],
  'CC-SA-1.0': ['http://creativecommons.org/licenses/sa/1.0/'],
  'CC-NC-1.0': ['http://creativecommons.org/licenses/nc/1.0/'],
  'CC-ND-1.0-NL': ['http://creativecommons.org/licenses/nd/1.0/nl/'],
  'CC-NC-ND-1.0': ['http://creativecommons.org/licenses/nd-nc/1.0/'],
  'CC0-1.0': [
    'http://creativecommons.org/publicdomain/zero/1.0/',
    'https://creativecommons.org/publicdomain/zero/1.0/deed.en',
    'http://creativecommons.org/publicdomain/zero/1.0/legalcode',
    'CC0',
    'CC0 1.0',
    'CC0-1.0',
    'cc-zero',
    'Creative Commons 0',
    'Creative Commons Zero v1.0 Universal',
    'CC0 - Public domain',
  ],
  'CC-PDM-1.0': [
    'http://creativecommons.org/publicdomain/mark/1.0/',
    'Public Domain Mark 1.0',
    'CC PDM 1.0',
  ],
  'CC-PDDC': [
    'http://creativecommons.org/licenses/publicdomain/',
    'http://creativecommons.org/licenses/publicdomain/deed.en',
  ],
  'LicenseRef-public-domain': [
    'Public domain',
    'public-domain',
    'This recording is in the public domain.',
    'PD',
    'PD-US',
    'pd-old-70',
    'gemeinfrei',
    'Domaine public',
  ],
  'GPL-2.0-only': [
    'GPL-2.0',
    'GPL-2.0-only',
    'GPL v2',
    'http://creativecommons.org/licenses/GPL/2.0/',
    'GPLv2',
    'GNU General Public License version 2',
  ],
  'GPL-2.0-or-later': [
    'GPL-2.0+',
    'GPL-2.0-or-later',
    'GPLv2+',
    'GPL v2 or later',
    'GNU GPL, version 2 or any later',
  ],
  'GPL-3.0-only': [
    'GPLv3',
    'https://www.gnu.org/licenses/gpl-3.0.html',
    'http://gnu.org/licenses/gpl-3.0.txt',
  ],
  'GPL-1.0-or-later': ['GPL', 'GNU General Public Licence', 'http://www.gnu.org/copyleft/gpl.html'],
  'LGPL-2.1-only': ['LGPL-2.1', 'GNU Lesser General Public License v2.1'],
  'AGPL-3.0-or-later': ['AGPL-3.0-or-later', 'AGPLv3+'],
  'GFDL-1.2-only': ['GFDL 1.2', 'GNU Free Documentation License 1.2'],
  'GFDL-1.3-only': ['https://www.gnu.org/licenses/fdl-1.3.html'],
  'GFDL-1.1-or-later': [
    'GFDL',
    'GNU Free Documentation License',
    'http://www.gnu.org/copyleft/fdl.html',
  ],
  'FAL-1.3': [
    'https://artlibre.org/licence/lal/en/',
    'Free Art License 1.3',
    'FAL',
    'Licence Art Libre',
  ],
  'LicenseRef-EFF-OAL-1.0': ['EFF Open Audio License', 'Open Audio License v1'],
  'LicenseRef-DSL': ['Design Science License', 'http://www.gnu.org/licenses/dsl.html'],
  'OGL-UK-3.0': ['Open Government Licence v3', 'OGL 3.0'],
  MIT: ['MIT', 'MIT License', 'https://opensource.org/licenses/MIT'],
  WTFPL: ['WTFPL', 'http://www.wtfpl.net/about/'],
  'all-rights-reserved': [
    'All rights reserved',
    'all-rights-reserved',
    '© 2011 A Label. All Rights Reserved.',
    '℗ 1999 Label. Unauthorized copying is prohibited.',
    'Alle Rechte vorbehalten',
    'Tous droits réservés',
  ],
  unknown: [
    '',
    '   ',
    '© 2012 Somebody',
    '℗ 2012 A Label',
    'youtube',
    'Standard licence',
    'Creative Commons',
    'cc',
    'attribution',
    'Attribution required',
    'free for personal use',
    'Recorded by Nd & Sa, 3.0',
    // Never published.
    'http://creativecommons.org/licenses/by/2.1/',
    'http://creativecommons.org/licenses/by/2.1/de/',
    'http://creativecommons.org/licenses/by/4.0/de/',
    'http://creativecommons.org/licenses/by/5.0/',
    'http://creativecommons.org/licenses/by/3.5/',
    'http://creativecommons.org/licenses/by/3.0/xx/',
    'http://creativecommons.org/licenses/by-nd-sa/3.0/',
    'http://creativecommons.org/licenses/by-xx/3.0/',
    'http://creativecommons.org/licenses/nc/2.0/',
    'http://creativecommons.org/licenses/nc/1.0/il/',
    'CC BY-SA-ND 3.0',
    'CC-BY-4.0-DE',
    'CC BY 6.0',
    'GPL 7',
    // Retired, and no licences to copy.
    'http://creativecommons.org/licenses/sampling/1.0/',
    'http://creativecommons.org/licenses/sampling+/1.0/',
    'http://creativecommons.org/licenses/sampling%2B/1.0/',
    'http://creativecommons.org/licenses/nc-sampling+/1.0/tw/',
    'http://creativecommons.org/licenses/devnations/2.0/',
    'http://creativecommons.org/publicdomain/zero-assert/1.0/',
    // Other pages, and pages of others.
    'http://creativecommons.org/',
    'https://creativecommons.org/about/cclicenses/',
    'https://creativecommons.org.evil.example/licenses/by/3.0/',
    'https://evil.example/creativecommons.org/licenses/by/3.0/',
    'https://evil.example/?to=https://creativecommons.org/licenses/by/3.0/',
    'https://evil.example/cc-by-3.0',
    'evil.example/cc-by-3.0/',
    'https://notcreativecommons.org/licenses/by/3.0/',
    'https://x@creativecommons.org/licenses/by/3.0/',
    'https://evil.example/artlibre.org/licence/lal',
    // Denied, or taken back.
    'Not licensed under CC BY 3.0',
    'This is no longer available under http://creativecommons.org/licenses/by/3.0/',
    'previously Creative Commons Attribution 3.0',
    'CC BY 3.0. All rights reserved.',
    'not in the public domain',
  ],
}

const rows = Object.entries(cases).flatMap(([id, texts]) =>
  texts.map((text) => [text, id] as const),
)

test.each(rows)('%j is %s', (text, id) => {
  expect(recogniseLicence(text).id).toBe(id)
})

test('at least 150 ways of writing are in the table', () => {
  expect(new Set(rows.map(([text]) => text)).size).toBeGreaterThanOrEqual(150)
})

test.each([
  ['CC BY-SA 3.0 DE', 'https://creativecommons.org/licenses/by-sa/3.0/de/'],
  [
    'http://creativecommons.org/licenses/by-nc-nd/1.0',
    'https://creativecommons.org/licenses/by-nd-nc/1.0/',
  ],
  [
    'http://creativecommons.org/licenses/nd-nc/1.0/',
    'https://creativecommons.org/licenses/nd-nc/1.0/',
  ],
  ['CC0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['GPLv3', 'https://www.gnu.org/licenses/gpl-3.0.html'],
  ['GFDL', 'https://www.gnu.org/licenses/fdl.html'],
  ['CC BY', undefined],
  ['All rights reserved', undefined],
])('%j has its text at %s', (text, url) => {
  expect(recogniseLicence(text).url).toBe(url)
})

test('names say what was recognised, in full', () => {
  expect(recogniseLicence('cc-by-nc-sa-3.0-de').name).toBe(
    'Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Germany',
  )
  expect(recogniseLicence('GPLv2+').name).toBe('GNU General Public License 2.0 or later')
  expect(recogniseLicence('http://creativecommons.org/licenses/sampling+/1.0/').name).toBe(
    'Creative Commons sampling+',
  )
})

test('what was said is kept word for word', () => {
  expect(recogniseLicence(' CC BY 3.0 ')).toMatchObject({ asGiven: 'CC BY 3.0' })
  expect(recogniseLicence('who knows')).toMatchObject({ id: 'unknown', asGiven: 'who knows' })
  expect(recogniseLicence('')).not.toHaveProperty('asGiven')
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'cc by nc nd sa 3.0 2.1 creative commons attribution - / gpl v2 or later not creativecommons.org/licenses/ http:// de'.split(
      ' ',
    ),
  )
  test('is answered, and the same answer comes of the licence recognised', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: codePoint }),
          fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const { id, url } = recogniseLicence(text)
          expect(id).not.toBe('')
          if (url) expect(recogniseLicence(url)).toMatchObject({ url })
          if (id.startsWith('CC-')) expect(recogniseLicence(id).id).toBe(id)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('is answered soon, however long and repetitive', () => {
    for (const piece of ['cc ', 'attribution ', 'by-nc-', '- ', 'creative commons ', 'http://a/'])
      expect(recogniseLicence(piece.repeat(100_000)).asGiven).toHaveLength(
        piece.repeat(100_000).trim().length,
      )
  })
})

describeShared('licence lists of others', 'data/replies/funkwhale/licenses.json', () => {
  interface Listed {
    readonly code: string
    readonly name: string
    readonly url: string
    readonly identifiers: readonly string[]
  }

  test('all of Funkwhale’s licences are recognised by name, code, and address', () => {
    const listed: Listed[] = JSON.parse(
      readFileSync(shared('data/replies/funkwhale/licenses.json'), 'utf8'),
    )
    expect(listed).toHaveLength(349)
    const wrong = listed.flatMap(({ code, name, url, identifiers }) =>
      [code, name, url, ...identifiers].filter(
        (text) => recogniseLicence(text).id !== code.toUpperCase(),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('whatever MusicBrainz takes for a licence’s address is recognised as that licence', () => {
    const patterns = readFileSync(shared('data/replies/cc-licences/mb_URL_pm_patterns.txt'), 'utf8')
    const paths = [
      ...patterns.matchAll(/creativecommons\\\.org\/(licenses|publicdomain)\/([\w+\\-]+)\//g),
    ]
    const ids = Object.fromEntries(
      paths.map(([, section, name = '']) => {
        const path = name.replaceAll('\\', '')
        const version =
          section === 'licenses' && !/sampling|publicdomain/.test(path) ? '4.0/' : '1.0/'
        const address = `https://creativecommons.org/${section}/${path}/${version}`
        return [path, recogniseLicence(address.replace('publicdomain/1.0/', 'publicdomain/')).id]
      }),
    )
    expect(ids).toEqual({
      by: 'CC-BY-4.0',
      'by-nd': 'CC-BY-ND-4.0',
      'by-nc': 'CC-BY-NC-4.0',
      'by-nc-nd': 'CC-BY-NC-ND-4.0',
      'by-nc-sa': 'CC-BY-NC-SA-4.0',
      'by-sa': 'CC-BY-SA-4.0',
      zero: 'CC0-1.0',
      publicdomain: 'CC-PDDC',
      sampling: 'unknown',
      'nc-sampling+': 'unknown',
      'sampling+': 'unknown',
    })
  })

  test('Audius’ licence names', () => {
    const names: string[] = JSON.parse(
      readFileSync(shared('data/replies/audius/licence_strings.json'), 'utf8'),
    )
    expect(names.map((name) => recogniseLicence(name).id)).toEqual([
      'all-rights-reserved',
      'CC-BY',
      'CC-BY-SA',
      'CC-BY-ND',
      'CC-BY-ND',
      'CC-BY-NC',
      'CC-BY-NC-SA',
      'CC-BY-NC-ND',
      'CC-BY-NC-ND',
    ])
  })
})

describeShared('addresses of licences in recorded answers', 'data/replies', () => {
  test('are all recognised, but for those that were withdrawn', () => {
    const files = globSync(shared('data/replies/*/*.{json,csv,yaml,txt}'))
    const addresses = files.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /https?:\\?\/\\?\/creativecommons\.org\\?\/(?:licenses|publicdomain)[\w+./\\-]*\d\.\d[\w+./\\-]*/g,
        ),
      ].map(([address]) => address.replaceAll('\\', '')),
    )
    const distinct = [...new Set(addresses)]
    expect(distinct.length).toBeGreaterThan(300)
    const unknown = distinct.filter((address) => recogniseLicence(address).id === 'unknown')
    expect(unknown.filter((address) => !/sampling|devnations/.test(address))).toEqual([])
  })
})
