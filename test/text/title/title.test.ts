import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeTitleApart } from '../../../src/text/title/title.ts'
import { codePoint } from '../../support/code-point.ts'

/** Full name, kinds of version, guests; then the core where it differs from the full name. */
type Case = readonly [title: string, full: string, kinds?: string, guests?: string, core?: string]

const cases: readonly Case[] = [
  ['Blue Harbour', 'blue harbour'],
  ['Blue Harbour (feat. Ann Lee)', 'blue harbour', '', 'Ann Lee'],
  ['Blue Harbour ft. Ann Lee', 'blue harbour', '', 'Ann Lee'],
  ['Blue Harbour featuring Ann Lee & Bo', 'blue harbour', '', 'Ann Lee & Bo'],
  ['Blue Harbour [feat. Ann Lee] - Live', 'blue harbour', 'live', 'Ann Lee'],
  ['Blue Harbour ( feat . Ann Lee )', 'blue harbour', '', 'Ann Lee'],
  ['Blue Harbour – featuring Ann Lee', 'blue harbour', '', 'Ann Lee'],
  ['Blue Harbour (with Ann Lee)', 'blue harbour', '', 'Ann Lee'],
  ['Blue Harbour (with You)', 'blue harbour with you', '', '', 'blue harbour'],
  ['Blue Harbour (prod. by Bo)', 'blue harbour'],
  ['Blue Harbour (Live)', 'blue harbour', 'live'],
  ['Blue Harbour - Live', 'blue harbour', 'live'],
  ['Blue Harbour - Live at the Old Mill, 1974', 'blue harbour', 'live'],
  ['Blue Harbour - Live In Oslo / 2012', 'blue harbour', 'live'],
  ['Blue Harbour - Live at The Hall, Bergen - 8/22/69 Dinner Show', 'blue harbour', 'live'],
  ['Blue Harbour (En Vivo)', 'blue harbour', 'live'],
  ['Blue Harbour - Ao Vivo', 'blue harbour', 'live'],
  ['Blue Harbour (Radio One Session)', 'blue harbour', 'live'],
  ['Blue Harbour (MTV Unplugged)', 'blue harbour', 'live'],
  ['Blue Harbour - Live - Part 2', 'blue harbour part 2', 'live', '', 'blue harbour'],
  ['Blue Harbour Live at Wembley', 'blue harbour', 'live'],
  ['Live Forever', 'live forever'],
  ['Live and Let Die', 'live and let die'],
  ['Long Live', 'long live'],
  ['Blue Harbour (Live Your Life)', 'blue harbour live your life', '', '', 'blue harbour'],
  ['Live', 'live'],
  ['Remix', 'remix'],
  ['Acoustic', 'acoustic'],
  ['Blue Harbour (Remix)', 'blue harbour', 'remix'],
  ['Blue Harbour - Nils Berg Remix', 'blue harbour', 'remix'],
  ['Blue Harbour Remix', 'blue harbour', 'remix'],
  ['Blue Harbour (Nils Berg Club Mix)', 'blue harbour', 'remix'],
  ['Blue Harbour (Nils Berg Edit)', 'blue harbour', 'remix'],
  ['Blue Harbour (VIP Mix)', 'blue harbour', 'remix'],
  ['Blue Harbour (Nils Berg Rework)', 'blue harbour', 'remix'],
  ['Blue Harbour (Dub Mix)', 'blue harbour', 'remix'],
  ['Blue Harbour (Original Mix)', 'blue harbour', 'album'],
  ['Blue Harbour (Radio Edit)', 'blue harbour', 'edit'],
  ['Blue Harbour - Radio Mix', 'blue harbour', 'edit'],
  ['Blue Harbour Radio Edit', 'blue harbour', 'edit'],
  ['Blue Harbour - 7" Edit', 'blue harbour', 'edit'],
  ['Blue Harbour (Extended Mix)', 'blue harbour', 'extended'],
  ['Blue Harbour - 12" Version', 'blue harbour', 'extended'],
  ['Blue Harbour (Acoustic)', 'blue harbour', 'acoustic'],
  ['Blue Harbour - Acoustic Version', 'blue harbour', 'acoustic'],
  ['Blue Harbour (Stripped)', 'blue harbour', 'acoustic'],
  ['Blue Harbour (Instrumental)', 'blue harbour', 'instrumental'],
  ['Blue Harbour (Karaoke Version)', 'blue harbour', 'karaoke'],
  ['Blue Harbour (In the Style of The Lanterns)', 'blue harbour', 'karaoke'],
  ['Blue Harbour (Originally Performed by The Lanterns)', 'blue harbour', 'karaoke'],
  ['Blue Harbour (Cover)', 'blue harbour', 'cover'],
  ['Blue Harbour (Tribute to The Lanterns)', 'blue harbour', 'cover'],
  ['Blue Harbour (Demo)', 'blue harbour', 'demo'],
  ['Blue Harbour (Early Version)', 'blue harbour', 'demo'],
  ['Blue Harbour (A Cappella)', 'blue harbour', 'a cappella'],
  ['Blue Harbour (Acapella)', 'blue harbour', 'a cappella'],
  ['Blue Harbour (Sped Up)', 'blue harbour', 'speed'],
  ['Blue Harbour - slowed + reverb', 'blue harbour', 'speed'],
  ['Blue Harbour (Nightcore)', 'blue harbour', 'speed'],
  ['Blue Harbour (Re-Recorded)', 'blue harbour', 'rerecorded'],
  ["Blue Harbour (Ann's Version)", 'blue harbour', 'version'],
  ['Blue Harbour (Alternate Take)', 'blue harbour', 'alternate'],
  ['Blue Harbour (Take 3)', 'blue harbour', 'alternate'],
  ['Blue Harbour (Spanish Version)', 'blue harbour', 'language'],
  ['Blue Harbour (String Quartet Version)', 'blue harbour', 'arrangement'],
  ['Blue Harbour (Piano Version)', 'blue harbour', 'arrangement'],
  ['Blue Harbour (Reprise)', 'blue harbour', 'reprise'],
  ['Blue Harbour (Interlude)', 'blue harbour', 'excerpt'],
  ['Blue Harbour (Commentary)', 'blue harbour', 'commentary'],
  ['Blue Harbour (Mixed)', 'blue harbour', 'dj mix'],
  ['Blue Harbour - Remastered', 'blue harbour', 'remaster'],
  ['Blue Harbour - Remastered 2009', 'blue harbour', 'remaster'],
  ['Blue Harbour - 2009 Remaster', 'blue harbour', 'remaster'],
  ['Blue Harbour (2009 Digital Remaster)', 'blue harbour', 'remaster'],
  ['Blue Harbour - Remasterizado', 'blue harbour', 'remaster'],
  ['Blue Harbour (Live) [Remastered]', 'blue harbour', 'live remaster'],
  ['Blue Harbour - Mono', 'blue harbour', 'mono'],
  ['Blue Harbour - Stereo Version', 'blue harbour', 'stereo'],
  ['Blue Harbour (Single Version)', 'blue harbour', 'single'],
  ['Blue Harbour (Album Version)', 'blue harbour', 'album'],
  ['Blue Harbour - Album Version (Edited)', 'blue harbour', 'album clean'],
  ['Blue Harbour [Explicit]', 'blue harbour', 'explicit'],
  ['Blue Harbour (Bonus Track)', 'blue harbour', 'bonus'],
  ['Blue Harbour (Official Video)', 'blue harbour', 'video'],
  ['Blue Harbour - From "Seaside" Soundtrack', 'blue harbour', 'soundtrack'],
  ['Blue Harbour (1966)', 'blue harbour', 'year'],
  ['(Waiting at) The Blue Harbour', 'waiting at the blue harbour', '', '', 'the blue harbour'],
  ['Blue Harbour (Waiting at)', 'blue harbour waiting at', '', '', 'blue harbour'],
  ['Blue Harbour, Pt. 2', 'blue harbour pt 2'],
  ['Blue Harbour (Part Two)', 'blue harbour part two', '', '', 'blue harbour'],
  ['Blue Harbour (Old (Deep) Water)', 'blue harbour old deep water', '', '', 'blue harbour'],
  [
    'Blue Harbour (Old Water (with Ann Lee))',
    'blue harbour old water',
    '',
    'Ann Lee',
    'blue harbour',
  ],
  ['Blue Harbour (Old Water', 'blue harbour old water', '', '', 'blue harbour'],
  ['Symphony No. 5 in C Minor, Op. 67: II. Andante', 'symphony no 5 in c minor op 67 ii andante'],
  ['Ⅱ', 'ii'],
  ['', ''],
  ['()', '()'],
  ['!!!', '!!!'],
]

const rows = cases.map(([title, full, kinds = '', guests = '', core = full]) => ({
  title,
  full,
  kinds,
  guests,
  core,
}))

test.each(rows)('$title', ({ title, full, kinds, guests, core }) => {
  const parts = takeTitleApart(title)
  expect(parts.full).toBe(full)
  expect(parts.core).toBe(core)
  expect(
    parts.versions
      .map(({ kind }) => kind)
      .toSorted()
      .join(' '),
  ).toBe(kinds)
  expect(parts.featured.join('; ')).toBe(guests)
})

test('keeps who remixed, and where and when it was played', () => {
  expect(takeTitleApart('X - Nils Berg Remix').versions).toEqual([
    { kind: 'remix', detail: 'nils berg' },
  ])
  expect(takeTitleApart('X (Live at the Old Mill, 1974)').versions).toEqual([
    { kind: 'live', detail: 'old mill', year: 1974 },
  ])
})

test('tells two names side by side, and a name from its translation', () => {
  expect(takeTitleApart('Prelude / Long Road').names).toEqual(['prelude', 'long road'])
  expect(takeTitleApart('내가 미쳐 Going Crazy').aliases.at(-1)).toBe('going crazy')
  expect(takeTitleApart('Theme from The Long Road').aliases).toEqual(['long road'])
  expect(takeTitleApart('AC/DC').names).toEqual([])
  expect(takeTitleApart('青い港 (Aoi Minato)').aliases).toContain('aoi minato')
  expect(takeTitleApart('Puerto Azul (Blue Harbour)').aliases).toEqual([])
})

test('takes anything apart', () => {
  const piece = fc.oneof(
    fc.string({ unit: codePoint, maxLength: 20 }),
    fc.constantFrom('(', ')', '[', ' - ', 'feat. ', 'live', 'remix', '*', '$', ' n '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const title = pieces.join('')
      const parts = takeTitleApart(title)
      expect(parts.core === '').toBe(parts.full === '')
    }),
    { numRuns: 2000 },
  )
})

test('a title of any length is soon done with', () => {
  for (const text of ['(', ' - ', '((a)', 'live at ', 'a feat. ', '*', 'ab/'])
    expect(takeTitleApart(text.repeat(50_000)).full.length).toBeLessThan(3000)
})
