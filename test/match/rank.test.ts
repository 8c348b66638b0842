import { describe, expect, test } from 'vitest'
import { compare } from '../../src/match/compare.ts'
import { rank } from '../../src/match/rank.ts'
import type { Track } from '../../src/model/track.ts'
import { harbour, recordingOf } from './cases.ts'

const accepts = (asked: Track, found: Track) =>
  rank(asked, [recordingOf(found)]).decision === 'match'

describe('one recording under two texts', () => {
  test.each<readonly [string, Partial<Track>, Partial<Track>]>([
    ['case and punctuation', {}, { title: 'BLUE HARBOUR!' }],
    ['the first artist only', {}, { artists: ['The Lanterns', 'Ada Holm'] }],
    ['guests in the title', {}, { title: 'Blue Harbour (feat. Ada Holm)' }],
    ['guests in the credit', {}, { artists: ['The Lanterns feat. Ada Holm'] }],
    ['an article less', {}, { artists: ['Lanterns'] }],
    ['an article behind', {}, { artists: ['Lanterns, The'] }],
    ['ampersand and word', { artists: ['Salt & Smoke'] }, { artists: ['Salt and Smoke'] }],
    ['commas in a name', { artists: ['Earth, Wind & Fire'] }, { artists: ['Earth Wind and Fire'] }],
    ['a slip in the title', { title: 'Blue Habrour Lights' }, { title: 'Blue Harbour Lights' }],
    ['a slip in the artist', {}, { artists: ['The Lantrens'] }],
    ['a number and its sign', { title: 'Harbour No. 5' }, { title: 'Harbour Number Five' }],
    ['spaces elsewhere', { title: 'Ha-La-Da, Bourn' }, { title: 'Halada Bourn' }],
    ["years of somebody's life", { title: 'Ada Holm (1491–1547)' }, { title: 'Ada Holm' }],
    [
      'a parody under its own name',
      { title: 'White Sheep (Parody of "Black Sheep" by Elin)' },
      { title: 'White Sheep' },
    ],
    ['a slip in the article', {}, { artists: ['Teh Lanterns'] }],
    ['a slip in both', { title: 'Habrour', artists: ['The Lantrens'] }, { title: 'Harbour' }],
    [
      'a slip in both, six letters',
      { title: 'Harbor', artists: ['The Lantrens'] },
      { title: 'Haror' },
    ],
    ['words run together', {}, { title: 'BlueHarbour' }],
    ['a subtitle', {}, { title: 'Blue Harbour (Waiting for the Tide)' }],
    ['a title turned round', { title: 'Blue (Green)' }, { title: 'Green (Blue)' }],
    ['numerals', { title: 'Harbour, Part II' }, { title: 'Harbour (Part Two)' }],
    ['a censored word', { title: 'Blue F**king Harbour' }, { title: 'Blue Fucking Harbour' }],
    ['signs for letters', { artists: ['A$h Ray'] }, { artists: ['Ash Ray'] }],
    ['another script', { title: 'Синяя гавань' }, { title: 'Sinyaya gavan' }],
    ['a translation', { title: '푸른 항구 Blue Harbour' }, {}],
    ['a translation in brackets', { title: '青い港 (Blue Harbour)' }, {}],
    ['a name in two scripts', { artists: ['ランタンズ (The Lanterns)'] }, {}],
    ['diacritics', { artists: ['Björn Ångström'] }, { artists: ['Bjorn Angstrom'] }],
    ['a middle name', { artists: ['Ada Holm'] }, { artists: ['Ada "Storm" Holm'] }],
    [
      'version words without a bracket',
      { title: 'Harbour ada holm remix' },
      { title: 'Harbour (Ada Holm Remix)' },
    ],
    [
      'the remixer credited, the artist in front',
      { title: 'Elin - Harbour', artists: ['Ada'] },
      { title: 'Harbour', artists: ['Ada', 'Elin'] },
    ],
    [
      'a remark with a number',
      { title: 'Blue Harbour (from the 2 Rivers Season)' },
      { title: 'Blue Harbour (from the Two Rivers)' },
    ],
    ['a stage word before two names', { artists: ['Ms. Ada Holm'] }, { artists: ['Ada Holm'] }],
    ['the surname first', { artists: ['Holm, Ada'] }, { artists: ['Ada Holm'] }],
    ['a channel of the artist', { artists: ['The Lanterns - Topic'] }, {}],
    ['a channel in one word', { artists: ['TheLanternsVEVO'] }, {}],
    ['an official channel', { artists: ['The Lanterns Official'] }, {}],
    ['a remark that tells namesakes apart', { artists: ['The Lanterns (band)'] }, {}],
    ['a guest behind a comma', { artists: ['The Lanterns, featuring Ada Holm'] }, {}],
    ['full-width letters', { artists: ['Ｔｈｅ Ｌａｎｔｅｒｎｓ'] }, {}],
    ['a stage prefix', { artists: ['DJ Marrow'] }, { artists: ['Marrow'] }],
    ['the edition of the album', {}, { album: 'Coastlines (Deluxe Edition)' }],
    ['the year of a reissue', {}, { year: 2011 }],
  ])('%s', (_, left, right) => {
    const { durationMs: __, album: ___, year: ____, ...bare } = harbour
    expect(accepts({ ...harbour, ...left }, { ...harbour, ...right })).toBe(true)
    // A data export gives title and first artist, nothing else.
    expect(accepts({ ...bare, ...left }, { ...bare, ...right })).toBe(true)
  })

  test('former and shorter names, which the rest of the evidence carries', () => {
    const former = { ...harbour, artists: ['The Night Lamps'] }
    expect(accepts({ ...harbour, isrc: 'NOABC9800001' }, { ...former, isrc: 'NOABC9800001' })).toBe(
      true,
    )
    const { title } = harbour
    expect(accepts({ title, artists: ['Ada'] }, { title, artists: ['Ada Holm'] })).toBe(false)
    expect(accepts({ ...harbour, artists: ['Ada'] }, { ...harbour, artists: ['Ada Holm'] })).toBe(
      true,
    )
  })

  test.each([
    '07 - Blue Harbour',
    'The Lanterns - 07 Blue Harbour',
    'The Lanterns | Blue Harbour',
    'Blue Harbour.avi',
    'Blue Harbour **NEW**',
    'Blue Harbour official video',
    '007-BlueHarbour',
    'Blue Harbour (Coastlines)',
    'Blue Harbour - Coastlines',
    'The Lanterns - Blue Harbour',
    'The Lanterns- Blue Harbour',
    '07. The Lanterns - Blue Harbour (Coastlines)',
    'TheLanterns-BlueHarbour',
  ])('a file called %j', (title) => {
    expect(accepts(harbour, { title, artists: ['The Lanterns'], durationMs: 221_000 })).toBe(true)
    // With neither artist nor album, in tag or title, a name proves nothing.
    const named = /Lanterns|Coastlines/.test(title)
    expect(accepts(harbour, { title, artists: [], durationMs: 221_000 })).toBe(named)
  })
})

describe('another recording under a like text', () => {
  test.each<readonly [string, Partial<Track>]>([
    ['another title', { title: 'Red Harbour Town' }],
    ['a longer title', { title: 'Blue Harbour Nights' }],
    ['another artist', { artists: ['Ada Holm'] }],
    ['a name shared in part', { artists: ['The Paper Lanterns Club'] }],
    ['no artist and nothing else', { artists: [] }],
  ])('%s', (_, change) => {
    const { durationMs: __, album: ___, year: ____, ...bare } = harbour
    expect(accepts(bare, { ...bare, ...change })).toBe(false)
  })

  test.each<readonly [string, Partial<Track>, Partial<Track>]>([
    [
      'two duets of one singer',
      { artists: ['Elin & Ada Holm'] },
      { artists: ['Elin & Ada Quist'] },
    ],
    ['two duets, name by name', { artists: ['Elin', 'Ada'] }, { artists: ['Elin', 'Otto'] }],
    ['namesakes', { artists: ['Lanterns (UK)'] }, { artists: ['Lanterns (US)'] }],
    ['parts written in one word', { title: 'Harbour Pt2' }, { title: 'Harbour Pt3' }],
    [
      'parts without a word',
      { title: '青い港サウンドトラック' },
      { title: '青い港サウンドトラック2' },
    ],
    ['numbers behind a name', { title: 'Harbour2' }, { title: 'Harbour' }],
    ['letters for names', { title: 'Blue Harbour A' }, { title: 'Blue Harbour C' }],
    ['a letter at the end', { title: 'Harbour A' }, { title: 'Harbour' }],
    ['keys', { title: 'Prelude in C major' }, { title: 'Prelude in D major' }],
    ['a minute more', { durationMs: 221_000 }, { durationMs: 281_000 }],
    ['a cut of half the length', { durationMs: 60_000 }, { durationMs: 29_000 }],
  ])('%s', (_, left, right) => {
    const { durationMs: __, album: ___, year: ____, ...bare } = harbour
    expect(compare({ ...bare, ...left }, { ...bare, ...right }).decision).not.toBe('match')
  })

  test('what lasts long may be further off', () => {
    const set = { title: 'Harbour', artists: ['Ada Holm'], durationMs: 1_320_000 }
    const codes = (durationMs: number) =>
      compare(set, { ...set, durationMs }).evidence.map(({ level }) => level.code)
    expect(codes(1_350_000)).toContain('match.within-15-s')
    expect(codes(1_380_000)).toContain('match.over-60-s')
  })

  test('one ISRC lifts a doubt about the length, and nothing else does', () => {
    const longer = { ...harbour, durationMs: 421_000 }
    expect(compare(harbour, longer).decision).toBe('ambiguous')
    const isrc = 'NOABC9800001'
    expect(compare({ ...harbour, isrc }, { ...longer, isrc }).decision).toBe('match')
  })

  test('one ISRC on two songs proves nothing', () => {
    const isrc = 'NOABC9800001'
    expect(accepts({ ...harbour, isrc }, { ...harbour, isrc, title: 'Low Tide' })).toBe(false)
    expect(accepts({ ...harbour, isrc }, { ...harbour, isrc, title: 'Blue Harbour (Live)' })).toBe(
      false,
    )
  })
})

test('without any candidate the answer is none', () => {
  expect(rank(harbour, [])).toMatchObject({ decision: 'none', matches: [] })
})

test('the nearest miss comes first, with its reason', () => {
  const [live, other] = [
    recordingOf({ ...harbour, title: 'Blue Harbour (Live)' }),
    recordingOf({ ...harbour, title: 'Low Tide' }),
  ]
  const { decision, matches, reason } = rank(harbour, [other, live])
  expect(decision).toBe('none')
  expect(matches[0]?.recording).toBe(live)
  expect(reason).toEqual({
    code: 'match.another-recording',
    params: { doubt: { code: 'match.other-version', params: {} } },
  })
})

test('two different recordings that fit equally well are ambiguous', () => {
  const asked = { title: 'Blue Harbour', artists: [], durationMs: 221_000, album: 'Coastlines' }
  const rivals = [recordingOf(harbour), recordingOf({ ...harbour, artists: ['Ada Holm'] })]
  const { decision, matches, reason } = rank(asked, rivals)
  expect(decision).toBe('ambiguous')
  expect(matches.map(({ accepted }) => accepted)).toEqual([false, false])
  expect(reason).toEqual({ code: 'match.several-fit', params: {} })
  expect(rank(asked, rivals.slice(0, 1)).decision).toBe('match')
})

test('two performances of one work are ambiguous where the playlist names the composer only', () => {
  const title = 'Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio'
  const by = (performer: string) =>
    recordingOf({ title, artists: ['Ludwig van Beethoven', performer] })
  const performances = [by('Ada Holm'), by('Nils Berg')]
  const composer = 'Ludwig van Beethoven'
  expect(rank({ title, artists: [composer] }, performances).decision).toBe('ambiguous')
  const asked = {
    title: 'Beethoven: Symphony No.5 In C Minor, Op.67 - 1. Allegro con brio',
    artists: ['Nils Berg'],
  }
  const { decision, matches } = rank(asked, performances)
  expect(decision).toBe('match')
  expect(matches[0]?.recording).toBe(performances[1])
})

test('two remixes fit a remix that is not named, so neither is taken', () => {
  const asked = { title: 'Blue Harbour (Remix)', artists: ['The Lanterns'] }
  const berg = recordingOf({ title: 'Blue Harbour (Nils Berg Remix)', artists: ['The Lanterns'] })
  const holm = recordingOf({ title: 'Blue Harbour (Ada Holm Remix)', artists: ['The Lanterns'] })
  expect(rank(asked, [berg, holm]).decision).toBe('ambiguous')
})

test('the same song on two albums is no rivalry', () => {
  const { album: _, ...asked } = harbour
  const { decision, matches } = rank(asked, [
    recordingOf(harbour),
    recordingOf({ ...harbour, album: 'The Best of The Lanterns' }),
  ])
  expect(decision).toBe('match')
  expect(matches.map(({ accepted }) => accepted)).toEqual([true, true])
})

test('a track without a length is told of the lengths that go by its name', () => {
  const asked = { title: 'Blue Harbour', artists: ['The Lanterns'] }
  const short = recordingOf({ ...asked, durationMs: 187_000 })
  const long = recordingOf({ ...asked, durationMs: 221_000 })
  const note = {
    code: 'match.several-lengths',
    params: { shortestMs: 187_000, longestMs: 221_000 },
  }
  expect(rank(asked, [short, long]).matches[0]?.notes).toEqual([note])
  expect(rank({ ...asked, durationMs: 221_000 }, [short, long]).matches[0]?.notes).toEqual([])
})

test('of equals the one nearest as written comes first, whatever the order', () => {
  const exact = recordingOf({ title: 'Blue Harbour', artists: ['The Lanterns'] })
  const loud = recordingOf({ title: 'Blue Harbour!', artists: ['The Lanterns'] })
  expect(rank(harbour, [loud, exact]).matches[0]?.recording).toBe(exact)
  expect(rank(harbour, [exact, loud]).matches[0]?.recording).toBe(exact)
})
