import { describe, expect, test } from 'vitest'
import { compare } from '../../src/match/compare.ts'
import { rank } from '../../src/match/rank.ts'
import { rankCopies } from '../../src/match/rank-copies.ts'
import type { Track } from '../../src/model/track.ts'
import { english } from '../../src/words/english.ts'
import { harbour, recordingOf } from './cases.ts'

/** Each is another recording, though artist, album and length agree to the second. */
const others: readonly string[] = [
  'Blue Harbour (Live)',
  'Blue Harbour - Live at the Old Mill',
  'Blue Harbour [Live 1974]',
  'Blue Harbour (En Vivo)',
  'Blue Harbour - Ao Vivo',
  'Blue Harbour (Recorded at Northern Studios)',
  'Blue Harbour (BBC Session)',
  'Blue Harbour (MTV Unplugged)',
  'Blue Harbour Live at Wembley',
  'Blue Harbour (Remix)',
  'Blue Harbour Remix',
  'Blue Harbour - Nils Berg Remix',
  'Blue Harbour (Nils Berg Club Mix)',
  'Blue Harbour (Nils Berg Main Mix)',
  'Blue Harbour (feat. Ann Lee Remix)',
  'Blue Harbour (Ann Lee feat. Nils Berg Remix)',
  'Blue Harbour (伴奏)',
  'Blue Harbour ライブ',
  'Blue Harbour (минус)',
  'Blue Harbour (Intrumental)',
  'Blue Harbour (with Orchestra)',
  'Blue Harbour (Techno)',
  'Blue Harbour (Nils Berg Edit)',
  'Blue Harbour (Nils Berg Rework)',
  'Blue Harbour (VIP Mix)',
  'Blue Harbour (Dub)',
  'Blue Harbour (Mashup)',
  'Blue Harbour (Acoustic)',
  'Blue Harbour - Acoustic Version',
  'Blue Harbour (Stripped)',
  'Blue Harbour (Instrumental)',
  'Blue Harbour - Instrumental Version',
  'Blue Harbour (Karaoke Version)',
  'Blue Harbour (In the Style of The Lanterns)',
  'Blue Harbour (Originally Performed by The Lanterns)',
  'Blue Harbour (Cover)',
  'Blue Harbour (Cover Version)',
  'Blue Harbour (Tribute)',
  'Blue Harbour (Demo)',
  'Blue Harbour - Demo Version',
  'Blue Harbour (A Cappella)',
  'Blue Harbour (Piano Version)',
  'Blue Harbour (String Quartet Version)',
  'Blue Harbour (Orchestral Version)',
  'Blue Harbour (Sped Up)',
  'Blue Harbour - slowed + reverb',
  'Blue Harbour (Nightcore)',
  'Blue Harbour (8D Audio)',
  'Blue Harbour (Re-Recorded)',
  'Blue Harbour (New Recording)',
  'Blue Harbour (Alternate Take)',
  'Blue Harbour (Take 3)',
  'Blue Harbour (Spanish Version)',
  'Blue Harbour - Japanese Version',
  'Blue Harbour (Reprise)',
  'Blue Harbour (Interlude)',
  'Blue Harbour (Commentary)',
  'Blue Harbour (Parody)',
  'Blue Harbour, Pt. 2',
  'Blue Harbour II',
  'Blue Harbour 2',
]

describe.each(others)('%j', (title) => {
  const other: Track = { ...harbour, title }
  test('is never accepted for the studio recording, nor the other way round', () => {
    for (const [asked, found] of [
      [harbour, other],
      [other, harbour],
    ] as const) {
      expect(rank(asked, [recordingOf(found)]).decision).not.toBe('match')
      // Nor with the least that a playlist tells.
      const bare = { title: asked.title, artists: asked.artists }
      expect(rank(bare, [recordingOf(found)]).decision).not.toBe('match')
    }
  })
  test('stands behind the studio recording, and is found by its own name', () => {
    const [studio, version] = [recordingOf(harbour), recordingOf(other)]
    expect(rank(harbour, [version, studio]).matches[0]?.recording).toBe(studio)
    expect(rank(other, [studio, version])).toMatchObject({ decision: 'match' })
    expect(rank(other, [studio, version]).matches[0]?.recording).toBe(version)
  })
})

test.each([
  ['Blue Harbour (Nils Berg Remix)', 'Blue Harbour (Ada Holm Remix)'],
  ['Blue Harbour (Live in Oslo)', 'Blue Harbour (Live in Rome)'],
  ['Blue Harbour (Live 1974)', 'Blue Harbour (Live 1981)'],
  ['Blue Harbour (Remix)', 'Blue Harbour (Live)'],
  ['Blue Harbour (Piano Version)', 'Blue Harbour (Orchestral Version)'],
  ['Blue Harbour (English Version)', 'Blue Harbour (Spanish Version)'],
  ['Blue Harbour (Sped Up)', 'Blue Harbour (Slowed)'],
  ['Blue Harbour (Remix)', 'Blue Harbour (Remix) (5.1 Mix)'],
  ['Blue Harbour (Live)', 'Blue Harbour (Live) (Acoustic)'],
  ['Blue Harbour (Ann’s Version)', 'Blue Harbour (10 Minute Version) (Ann’s Version)'],
  ['Blue Harbour (Tin Shed)', 'Blue Harbour (Old Mill)'],
  ['Blue Harbour (Acoustic)', 'Blue Harbour (Instrumental)'],
  ['Blue Harbour, Part 1', 'Blue Harbour, Part 2'],
  ['Sonata No. 5 in F: I. Allegro', 'Sonata No. 6 in F: I. Allegro'],
  ['Sonata No. 5 in F: I. Allegro', 'Sonata No. 5 in F: II. Allegro'],
  ['Fragment I', 'Fragment V'],
])('%j is not %j', (title, other) => {
  const asked = { ...harbour, title }
  const found = recordingOf({ ...harbour, title: other })
  expect(rank(asked, [found]).decision).not.toBe('match')
})

describe('a suffix that nobody can read', () => {
  const odd = (suffix: string): Track => ({ ...harbour, title: `Blue Harbour ${suffix}` })
  test.each(['(Wobblefication)', '- Nils Berg Dinghy', '[Tin Shed]', '(at Old Mill)'])(
    '%j is a doubt, though album and length agree',
    (suffix) => {
      for (const [asked, found] of [
        [harbour, odd(suffix)],
        [odd(suffix), harbour],
      ] as const) {
        const ranking = rank(asked, [recordingOf(found)])
        expect(ranking.decision).toBe('ambiguous')
        expect(ranking.reason).toMatchObject({ params: { doubt: { code: 'match.unread-suffix' } } })
      }
    },
  )
  test('is no doubt where one ISRC names both, and none where the codes differ', () => {
    const [one, other] = ['NOABC9800001', 'NOABC9800002']
    const found = { ...odd('(Tin Shed)'), isrc: one }
    expect(compare({ ...harbour, isrc: one }, found).decision).toBe('match')
    expect(compare({ ...harbour, isrc: other }, found).decision).not.toBe('match')
  })
  test.each([
    ['Blue Harbour (I Will Wait)', 'Blue Harbour'],
    ['Blue Harbour (The Ballad of the Mill)', 'Blue Harbour'],
    ['Blue Harbour (Theme from "The Mill")', 'Blue Harbour'],
    ['Blue Harbour (Ann Lee)', 'Blue Harbour'],
    ['Blue Harbour (& Ann Lee)', 'Blue Harbour'],
    ['(Out of) The Blue Harbour', 'The Blue Harbour'],
    ['Blue Harbour (We Went Out / [Gull Song] / Tin Shed)', 'Blue Harbour'],
    ['Blue Harbour (1491–1547)', 'Blue Harbour'],
    ['Blue Harbour (Old Mill)', 'Blue Harbour Old Mill'],
    ['Blue Harbour (Old Mill)', 'Blue Harbour (Old Mil)'],
    ['青い港 (Blue Harbour)', '青い港'],
  ])('%j and %j are one: that is part of the name, or who plays it', (title, other) => {
    const artists = ['The Lanterns', 'Ann Lee']
    expect(compare({ title, artists }, { title: other, artists }).decision).toBe('match')
  })
})

test('what an artist calls her own version was recorded anew', () => {
  const asked = { title: 'Blue Harbour', artists: ['Ann Lee'], durationMs: 221_000 }
  const anew = recordingOf({ ...asked, title: "Blue Harbour (Ann's Version)" })
  expect(rank(asked, [anew]).decision).not.toBe('match')
  expect(rank(asked, [anew, recordingOf(asked)]).matches[0]?.recording.title).toBe('Blue Harbour')
})

test.each([
  ['a cover', { artists: ['Ada Holm'], album: 'Covers' }],
  ['a karaoke maker', { artists: ['Karaoke Stars'] }],
  ['a tribute band', { artists: ['The Lanterns Tribute Band'] }],
  ['an orchestra that plays them', { artists: ['The Sounds of The Lanterns'] }],
  ['a live album', { album: 'Live at the Old Mill' }],
  ['an unplugged album', { album: 'MTV Unplugged' }],
  ['a concert called by its day', { album: '2004-03-05: Old Mill, Bergen, Norway' }],
])('%s is not the studio recording', (_, change) => {
  expect(rank(harbour, [recordingOf({ ...harbour, ...change })]).decision).not.toBe('match')
})

test('an edit is another cut, unless its length says that only the name differs', () => {
  const edit = { ...harbour, title: 'Blue Harbour (Radio Edit)' }
  const { durationMs: _, ...unknown } = edit
  expect(rank(harbour, [recordingOf(unknown)]).decision).not.toBe('match')
  expect(rank(harbour, [recordingOf({ ...edit, durationMs: 190_000 })]).decision).not.toBe('match')
  const same = rank(harbour, [recordingOf(edit)])
  expect(same.decision).toBe('match')
  expect(same.matches[0]?.notes.map(english)).toContain('edit by name, same length')
})

test('a live title on a live album, and a live album on both sides, are one recording', () => {
  const live = { ...harbour, album: 'Live at the Old Mill' }
  expect(rank(live, [recordingOf(live)]).decision).toBe('match')
  expect(
    rank({ title: 'Blue Harbour - Live', artists: ['The Lanterns'] }, [recordingOf(live)]).decision,
  ).toBe('match')
})

test.each([
  ['Blue Harbour - Remastered 2011', 'remaster'],
  ['Blue Harbour (2011 Remaster)', 'remaster'],
  ['Blue Harbour - Mono', 'mono'],
  ['Blue Harbour (Single Version)', 'single version'],
  ['Blue Harbour [Explicit]', 'explicit'],
])('%j is the same recording, with a note', (title, note) => {
  const { decision, matches } = rank(harbour, [recordingOf({ ...harbour, title })])
  expect(decision).toBe('match')
  expect(matches[0]?.notes.map(english)).toContain(note)
})

test.each([
  ['Song - Live', 'Song - Live - Live in Oslo'],
  ['Song - Live - Live in Oslo', 'Song - Live'],
])('%j and %j are the same kind of version, whichever is asked for', (asked, found) => {
  const track = (title: string) => ({ title, artists: ['Mira'] })
  const { evidence } = compare(track(asked), track(found))
  expect(evidence.map(({ level }) => level.code)).toContain('match.same-kind')
})

test('of copies, one that differs by its version alone is asked about, and others are left out', () => {
  const live = recordingOf({ ...harbour, title: 'Blue Harbour (ライブ)' })
  const stranger = recordingOf({ ...harbour, title: 'Tin Shed', artists: ['Ada Holm'] })
  expect(rank(harbour, [stranger, live]).decision).toBe('none')
  expect(rankCopies(harbour, [stranger, live])).toMatchObject({
    decision: 'ambiguous',
    matches: [{ recording: live }],
    reason: { code: 'match.doubtful', params: { doubt: { code: 'match.other-version' } } },
  })
  expect(rankCopies(harbour, [stranger]).decision).toBe('none')
  expect(rankCopies(harbour, []).decision).toBe('none')
})
