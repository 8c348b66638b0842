import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteLength, isArchivedFilePath, pathKey } from '../../src/archive/naming/clean.ts'
import { fieldValues, renderName } from '../../src/archive/naming/render-name.ts'
import { parseTemplate } from '../../src/archive/naming/template.ts'
import { type Reason, type ReasonCode, reason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { codePoint } from '../support/code-point.ts'

interface Given {
  readonly names?: string
  readonly track?: Partial<Track>
  readonly recording?: Partial<Recording>
  readonly position?: number
  readonly count?: number
  readonly folder?: string
}

function render({ names = '{artist} - {title}', track, recording, ...rest }: Given): string {
  const values = fieldValues({
    position: 1,
    count: 20,
    folder: 'Mix',
    ...rest,
    track: { title: 'Title', artists: ['Artist'], ...track },
    recording: { id: '1', source: 'library', title: 'Found', artists: ['Finder'], ...recording },
  })
  return renderName(parseTemplate(names), values)
}

const artist = (name: string): Given => ({ names: '{artist}/x{title}', track: { artists: [name] } })
const title = (name: string): Given => ({ names: '{title}', track: { title: name } })

describe('signs', () => {
  const cases: readonly [string, string][] = [
    ['Hello', 'Hello'],
    ['AC/DC', 'AC-DC'],
    ['back\\slash', 'back-slash'],
    ['a|b', 'a-b'],
    ['Title: Sub', 'Title - Sub'],
    ['10:15', '10-15'],
    ['say "hi"', "say 'hi'"],
    ['<3', '_3'],
    ['M*A*S*H', 'M_A_S_H'],
    ["What's Going On?", "What's Going On"],
    ['???', '___'],
    ['*', '_'],
    ['/', '_'],
    ['', 'Found'],
    ['   ', 'Found'],
    ['\u200b\u200b', 'Found'],
    ['\ufeffTitle', 'Title'],
    ['.', '_'],
    ['..', '_'],
    ['../../etc/passwd', 'etc-passwd'],
    ['/etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\System32', 'C--Windows-System32'],
    ['~/.ssh', '~-.ssh'],
    ['.hidden', 'hidden'],
    ['...And You Will Know Us', 'And You Will Know Us'],
    ['-rf', 'rf'],
    ['--help', 'help'],
    ['- - -', '_'],
    ['Wait...', 'Wait'],
    ['Vol. 1.', 'Vol. 1'],
    ['trailing   ', 'trailing'],
    ['two  \t spaces', 'two spaces'],
    ['line\nbreak\r\n', 'line break'],
    ['nul\0byte', 'nulbyte'],
    ['bell\x07', 'bell'],
    ['esc\x1b[31m', 'esc[31m'],
    ['c1\x9b', 'c1'],
    ['\u202eevil', 'evil'],
    ['a\u2066b\u2069c', 'abc'],
    ['\u200frtl\u200e', 'rtl'],
    ['زنگ\u200cها', 'زنگ\u200cها'],
    ['👩\u200d🚀', '👩\u200d🚀'],
    ['\u2028\u2029', 'Found'],
    ['lone \ud800 surrogate', 'lone surrogate'],
    ['private \ue000 use', 'private use'],
    ['non\uffffcharacter', 'noncharacter'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['cafe\u0301', 'café'],
    ['Å', 'Å'],
    ['東京　夜', '東京 夜'],
    ['no-break\u00a0space', 'no-break space'],
    ['$(rm -rf ~)', '$(rm -rf ~)'],
    ['%2e%2e%2f', '%2e%2e%2f'],
    ['`id`', '`id`'],
    ["it's", "it's"],
    ['100% & more; #1', '100% & more; #1'],
  ]
  test.each(cases)('%j becomes %j', (given, expected) => {
    expect(render(title(given))).toBe(expected)
  })
})

describe('names that systems or we have already', () => {
  const cases: readonly [string, string][] = [
    ['CON', 'CON_'],
    ['con', 'con_'],
    ['Nul', 'Nul_'],
    ['AUX', 'AUX_'],
    ['PRN', 'PRN_'],
    ['COM1', 'COM1_'],
    ['lpt9', 'lpt9_'],
    ['COM¹', 'COM¹_'],
    ['CONOUT$', 'CONOUT$_'],
    ['Aux.Live', 'Aux_.Live'],
    ['con .txt', 'con_ .txt'],
    ['Console', 'Console'],
    ['COM10', 'COM10'],
    ['Aux Live', 'Aux Live'],
    ['inventory.jsonl', 'inventory.jsonl_'],
    ['Manifest-SHA256.txt', 'Manifest-SHA256.txt_'],
    ['playlist.m3u8', 'playlist.m3u8_'],
    ['report.html', 'report.html_'],
    ['.songkeep', 'songkeep'],
  ]
  test.each(cases)('%j becomes %j', (given, expected) => {
    expect(render(artist(given)).split('/')[0]).toBe(expected)
    expect(isArchivedFilePath(`${render(title(given))}.mp3`)).toBe(true)
  })
})

describe('fields', () => {
  const cases: readonly [string, Given, string][] = [
    [
      'the usual template',
      { names: '{playlist}/{position} {artist} - {title}' },
      'Mix/01 Artist - Title',
    ],
    ['a long playlist', { names: '{position}', position: 7, count: 1234 }, '0007'],
    ['a short playlist', { names: '{position}', position: 7, count: 9 }, '07'],
    ['several artists', { track: { artists: ['A', 'B', 'C'] } }, 'A, B, C - Title'],
    ['no artist in the playlist', { track: { artists: [] } }, 'Finder - Title'],
    [
      'no artist anywhere',
      { track: { artists: [] }, recording: { artists: [] } },
      'Unknown Artist - Title',
    ],
    ['no album', { names: '{album}/{title}' }, 'Unknown Album/Title'],
    [
      'album from the recording',
      { names: '{album}/{title}', recording: { album: 'LP' } },
      'LP/Title',
    ],
    [
      'the playlist goes first',
      { names: '{year}', track: { year: 1999 }, recording: { year: 2011 } },
      '1999',
    ],
    ['album artist', { names: '{albumartist}', track: { albumArtists: ['Various'] } }, 'Various'],
    ['no album artist', { names: '{albumartist}' }, 'Artist'],
    ['track of an album', { names: '{track} {title}', track: { trackNumber: 3 } }, '03 Title'],
    ['no track', { names: '{track} {title}' }, 'Title'],
    ['no track, with a dot', { names: '{track}. {title}' }, 'Title'],
    ['no track, with a dash', { names: '{track} - {title}' }, 'Title'],
    [
      'disc and track',
      { names: '{disc}-{track} {title}', track: { trackNumber: 3, discNumber: 2 } },
      '2-03 Title',
    ],
    ['no disc', { names: '{disc}-{track} {title}', track: { trackNumber: 3 } }, '03 Title'],
    ['neither', { names: '{disc}-{track} {title}' }, 'Title'],
    [
      'a missing year in brackets',
      { names: '{album} ({year})/{title}', track: { album: 'LP' } },
      'LP/Title',
    ],
    [
      'a missing year in front',
      { names: '[{year}] {album}/{title}', track: { album: 'LP' } },
      'LP/Title',
    ],
    ['a missing year between', { names: '{artist} - {year} - {title}' }, 'Artist - Title'],
    ['a missing end', { names: '{title} - {isrc}' }, 'Title'],
    [
      'a label stays with its value',
      { names: 'CD{disc} {title}', track: { discNumber: 2 } },
      'CD2 Title',
    ],
    ['a label goes with its value', { names: 'CD{disc} {title}' }, 'Title'],
    [
      'a folder of missing values is left out',
      { names: '{artist}/Disc {disc}/{title}' },
      'Artist/Title',
    ],
    ['a folder of words stays', { names: 'Music/{title}' }, 'Music/Title'],
    ['a file of missing values', { names: '{artist}/{isrc}' }, 'Artist/Artist - Title'],
    [
      'numbers that are none',
      { names: '{year}{track} {title}', track: { year: -3, trackNumber: Number.NaN } },
      'Title',
    ],
    [
      'a slash in a value makes no folder',
      { names: '{album}/{title}', track: { album: 'a/../../b' } },
      'a-..-..-b/Title',
    ],
    [
      'a value made of a template',
      { track: { title: '{artist}/{isrc}' } },
      'Artist - {artist}-{isrc}',
    ],
    [
      'two values that compose',
      { names: '{artist}{title}', track: { artists: ['e'], title: '\u0301a' } },
      'éa',
    ],
  ]
  test.each(cases)('%s', (_, given, expected) => {
    expect(render(given)).toBe(expected)
  })
})

describe('length', () => {
  const long = (text: string) => text.repeat(5000)
  const cases: readonly [string, Given][] = [
    ['letters', { track: { title: long('a'), artists: [long('b')] } }],
    ['three bytes each', { track: { title: long('夜'), artists: [long('東')] } }],
    ['families of emoji', { track: { title: long('👩\u200d👩\u200d👧\u200d👦'), artists: ['x'] } }],
    ['one letter with 5000 accents', { track: { title: `a${long('\u0323\u0307')}` } }],
    [
      'a name per artist',
      { track: { artists: Array.from({ length: 5000 }, (_, at) => `Artist ${at}`) } },
    ],
    [
      'deep folders',
      {
        names: '{artist}/{album}/{title}/{artist}/{album}/{title}/{artist}/{album}/{title}',
        track: { title: long('夜'), artists: [long('a')], album: long('é') },
      },
    ],
  ]
  test.each(cases)('%s', (_, given) => {
    const stem = render(given)
    expect(isArchivedFilePath(`${stem} (9999).opus`)).toBe(true)
    expect(`${stem} (9999).opus`.length).toBeLessThanOrEqual(240)
    for (const name of stem.split('/'))
      expect(byteLength(`${name} (9999).opus`)).toBeLessThanOrEqual(255)
  })

  test('the longest value is cut first, so that all stay readable', () => {
    const stem = render({ names: '{position} {artist} - {title}', track: { artists: [long('a')] } })
    expect(stem).toMatch(/^01 a{80,} - Title$/)
  })

  test('no grapheme is cut in two', () => {
    const family = '👩\u200d👩\u200d👧\u200d👦'
    expect(render(title(long(family))).replaceAll(family, '')).toBe('')
    expect(
      render(title(long('e\u0323\u0302'))).replaceAll('e\u0323\u0302'.normalize('NFC'), ''),
    ).toBe('')
  })
})

describe('templates that cannot be used', () => {
  const unknown = (name: string, likeliest: string) =>
    reason('archive.template-unknown-field', { name, likeliest })
  const cases: readonly [string, Reason | ReasonCode][] = [
    ['{titel}', unknown('titel', 'title')],
    ['{song}', unknown('song', 'title')],
    ['{number} {title}', unknown('number', 'position')],
    ['{artists}', unknown('artists', 'artist')],
    ['{date}', unknown('date', 'year')],
    ['{}', 'archive.template-unknown-field'],
    ['{title', reason('archive.template-lone-brace', { brace: '{' })],
    ['title}', reason('archive.template-lone-brace', { brace: '}' })],
    ['../{title}', reason('archive.template-leads-out', { segment: '..' })],
    ['./{title}', reason('archive.template-leads-out', { segment: '.' })],
    ['/{title}', 'archive.template-empty-name'],
    ['{artist}//{title}', 'archive.template-empty-name'],
    ['{title}/', 'archive.template-empty-name'],
    ['{artist}\\{title}', 'archive.template-backslash'],
    ['', 'archive.template-empty-name'],
    ['music', 'archive.template-one-name'],
    ['{artist}/song', 'archive.template-one-name'],
    [`${'a/'.repeat(20)}{title}`, 'archive.template-too-deep'],
    [`${'a'.repeat(300)}{title}`, 'archive.template-too-long'],
  ]
  test.each(cases)('%j', (names, expected) => {
    const why = typeof expected === 'string' ? { code: expected } : expected
    expect(() => parseTemplate(names)).toThrow(
      expect.objectContaining({
        name: 'UserError',
        reason: expect.objectContaining({
          code: 'archive.wrong-template',
          params: expect.objectContaining({ why: expect.objectContaining(why) }),
        }),
        hint: expect.stringContaining('{albumartist}'),
      }),
    )
  })

  test('a field may be spelt freely', () => {
    expect(render({ names: '{Album Artist}/{TITLE}' })).toBe('Artist/Title')
  })
})

describe('whatever the texts', () => {
  const text = fc.oneof(
    fc.string({ unit: codePoint, maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.stringMatching(/^[./\\:?*"<>| -]{0,20}$/),
    fc.constantFrom('..', 'CON', 'nul.mp3', '.songkeep', '\ud800', 'report.html', ''),
    // Any code unit, lone surrogates included.
    fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  )
  const number = fc.oneof(fc.integer(), fc.double(), fc.constant(undefined))
  const words = fc
    .string({ unit: codePoint, maxLength: 12 })
    .map((some) => some.replace(/[{}/\\]/g, ''))
  const names = fc
    .array(
      fc.tuple(
        words,
        fc.constantFrom('{artist}', '{album}', '{title}', '{track}', '{isrc}', '{year}', '/'),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((parts) => `x${parts.flat().join('')}x{title}`.replaceAll(/\/+/g, '/x'))
    // Longer ones are refused: a case of its own above.
    .filter((template) => template.length <= 200)

  test('a name is safe, inside the archive, and leaves room for a number and an ending', () => {
    fc.assert(
      fc.property(
        names,
        text,
        text,
        text,
        text,
        number,
        (template, title, artist, album, isrc, year) => {
          const numbers = year === undefined ? {} : { year, trackNumber: year }
          const stem = render({
            names: template,
            track: { title, artists: [artist], album, isrc, ...numbers },
          })
          expect(isArchivedFilePath(`${stem} (9999).opus`)).toBe(true)
          expect(`${stem} (9999).opus`.length).toBeLessThanOrEqual(240)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('the same texts give the same name, and cleaning a name again changes nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        const once = render(title(given))
        expect(render(title(given))).toBe(once)
        expect(render(title(once))).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('case, composition and signs without ink are one name to some systems', () => {
    const same = ['Straße', 'STRASSE', 'strasse', 'Stra\u200dße']
    expect(new Set(same.map(pathKey)).size).toBe(1)
    expect(pathKey('café')).toBe(pathKey('CAFE\u0301'))
    expect(pathKey('ﬁn')).toBe(pathKey('FIN'))
    expect(pathKey('a')).not.toBe(pathKey('b'))
  })
})
