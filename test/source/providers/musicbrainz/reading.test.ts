import { describe, expect, test } from 'vitest'
import { readCredit } from '../../../../src/source/providers/musicbrainz/credit.ts'
import { chooseQuery } from '../../../../src/source/providers/musicbrainz/query.ts'
import { readRecording } from '../../../../src/source/providers/musicbrainz/recording.ts'
import { readRelations } from '../../../../src/source/providers/musicbrainz/relations.ts'
import { chooseRelease } from '../../../../src/source/providers/musicbrainz/release.ts'

const HARBOUR = { title: 'Blue Harbour', artists: ['The Lanterns'], album: 'Harbour Lights' }
const ID = '00000050-0000-4000-8000-000000000050'
const VARIOUS = '89ad4ac3-39f7-470e-963a-56509c546377'

describe('chooseQuery', () => {
  test.each([
    [
      { ...HARBOUR, durationMs: 221_000 },
      '+recording:(blue harbour) +(artist:(lanterns) creditname:(lanterns)) dur:[211000 TO 231000]',
    ],
    [
      { ...HARBOUR, durationMs: 4000 },
      '+recording:(blue harbour) +(artist:(lanterns) creditname:(lanterns)) dur:[0 TO 14000]',
    ],
    [
      { title: 'Blue Harbour (Live) - 2011', artists: ['Ann Lee'] },
      '+recording:(blue harbour) +(artist:(ann lee) creditname:(ann lee))',
    ],
    [
      { ...HARBOUR, artists: [], durationMs: 221_000 },
      '+recording:(blue harbour) +release:(harbour lights) +dur:[211000 TO 231000]',
    ],
    [{ ...HARBOUR, artists: [] }, undefined],
    [{ title: 'Blue Harbour', artists: [], durationMs: 221_000 }, undefined],
    [{ title: 'Blue Harbour', artists: ['!!!'] }, undefined],
    [
      { title: 'NOT a:b "c" OR [d TO e]^2~*', artists: ['AND ) (x'] },
      '+recording:(not a b c or 2) +(artist:(and) creditname:(and))',
    ],
    [{ title: '???', artists: ['!!!'] }, undefined],
  ])('%j', (track, query) => {
    expect(chooseQuery(track)).toBe(query)
  })
})

describe('readRelations', () => {
  const relation = (type: string, resource: unknown, fields = {}) => ({
    'type-id': type,
    ended: false,
    url: { resource },
    ...fields,
  })
  const page = 'https://label.example/a'
  const read = (...relations: readonly unknown[]) => readRelations({ relations })

  test.each([
    ['45d0cbc5-d65b-4e77-bdfd-8a75207cb5c5', 'download'],
    ['7e41ef12-a124-4324-afdb-fdbae687a89c', 'listen'],
    ['b5f3058a-666c-406f-aafb-f9249fc7b122', 'listen'],
    ['92777657-504c-4acb-bd33-51a201bd57e1', 'buy'],
    ['9896ecd0-6d29-482d-a21e-bd5d1b5e3425', 'download'],
    ['08445ccf-7b99-4438-9f9a-fb9ac18099ee', 'listen'],
    ['320adf26-96fa-4183-9045-1f5f32f833cb', 'listen'],
    ['98e08c20-8402-4163-8970-53504bb6a1e4', 'buy'],
    ['3ee51e05-a06a-415e-b40c-b3f740dedfd7', 'buy'],
    ['fe33d22f-c3b0-4d68-bd53-a856badf2b15', 'homepage'],
    ['c550166e-0548-4a18-b1d4-e2ae423a3e88', 'homepage'],
    ['34ae77fe-defb-43ea-95d4-63c7540bac78', 'download'],
  ])('%s is a page to %s', (type, kind) => {
    expect(read(relation(type, page)).links).toMatchObject([{ kind, url: page, by: 'musicbrainz' }])
  })

  test.each(['f25e301d-b87b-4561-86a0-5d2df6d26c0a', '004bd0c3-8a45-4309-ba52-fa99f3aa3d50'])(
    '%s is a licence, word for word',
    (type) => {
      const licence = 'http://creativecommons.org/licenses/by/4.0/deed.de'
      expect(read(relation(type, licence))).toEqual({ links: [], licences: [licence] })
    },
  )

  test('a video is there to be watched', () => {
    const said = read(
      relation('7e41ef12-a124-4324-afdb-fdbae687a89c', 'https://youtu.be/bluehrbr001'),
    )
    expect(said.links).toMatchObject([{ kind: 'watch', service: 'YouTube' }])
  })

  test.each([
    ['http://ccmixter.org/files/adaholm/60', ['https://ccmixter.org/files/adaholm/60']],
    ['https://rateyourmusic.com/song/slow-tide', []],
    ['https://elsewhere.example/ccmixter.org/files/adaholm/60', []],
  ])('of databases ccMixter alone gives the sound itself: %s', (address, downloads) => {
    const { links } = read(relation('bc21877b-e993-42ed-a7ce-9187ec9b638f', address))
    expect(links.map(({ kind, url }) => [kind, url])).toEqual(
      downloads.map((url) => ['download', url]),
    )
  })

  test.each([
    ['that has ended', relation('92777657-504c-4acb-bd33-51a201bd57e1', page, { ended: true })],
    ['of another type', relation('29651736-fa6d-48e4-aadc-a557c6add1cb', page)],
    ['of a type that is none', relation('__proto__', page)],
    ['without an address', relation('92777657-504c-4acb-bd33-51a201bd57e1', null)],
    ['to a machine at home', relation('92777657-504c-4acb-bd33-51a201bd57e1', 'http://10.0.0.1/')],
    ['that is none', null],
  ])('a relation %s says nothing', (_, one) => {
    expect(read(one)).toEqual({ links: [], licences: [] })
  })
})

describe('readRecording', () => {
  const answer = { url: 'https://musicbrainz.org/ws/2/recording', sha256: '0', at: '2026-11-21' }
  const read = (fields: object) =>
    readRecording({ id: ID, title: 'Blue Harbour', ...fields }, HARBOUR, answer)

  test.each([
    ['live, 2015-08-01: The Mill', 'Blue Harbour (live, 2015-08-01: The Mill)'],
    ['acoustic', 'Blue Harbour (acoustic)'],
    ['explicit', 'Blue Harbour (explicit)'],
    ['written by Ada Holm', 'Blue Harbour'],
    ['', 'Blue Harbour'],
  ])('the comment %j: %s', (disambiguation, title) => {
    expect(read({ disambiguation })?.recording.title).toBe(title)
  })

  test.each([{ id: 'x' }, { id: null }, { title: ' ' }, { video: true }])(
    '%j is none',
    (fields) => {
      expect(read(fields)).toBeUndefined()
    },
  )

  test.each([
    [{ releases: [{ status: 'Official' }] }, true],
    [{ releases: [{ status: 'Bootleg' }] }, false],
    [{ releases: [] }, false],
    [{ releases: [], isrcs: ['QZLTN1400003'] }, true],
  ])('%j is published: %s', (fields, published) => {
    expect(read(fields)?.published).toBe(published)
  })

  test('of several ISRCs the one that was asked for', () => {
    const track = { ...HARBOUR, isrc: 'QZLTN1400003' }
    const isrcs = ['NOLTN1400003', 'wrong', 'QZLTN1400003']
    const said = readRecording({ id: ID, title: 'Blue Harbour', isrcs }, track, answer)
    expect(said?.recording.isrc).toBe('QZLTN1400003')
    expect(read({ isrcs })?.recording.isrc).toBe('NOLTN1400003')
  })
})

test('nobody is Various Artists', () => {
  const credit = [
    { name: 'Various Artists', artist: { id: VARIOUS, name: 'Various Artists' } },
    { name: 'The Lanterns', artist: { id: ID, name: 'Lanterns', aliases: [{ name: 'Lyktene' }] } },
  ]
  expect(readCredit(credit.slice(0, 1)).artistId).toBeUndefined()
  expect(readCredit(credit)).toEqual({
    credited: ['Various Artists', 'The Lanterns'],
    names: ['Various Artists', 'The Lanterns', 'Lanterns', 'Lyktene'],
    artistId: ID,
  })
})

describe('chooseRelease', () => {
  const release = (title: string, date: string, status = 'Official', ...secondary: string[]) => ({
    title,
    date,
    status,
    'release-group': { 'secondary-types': secondary },
  })
  const first = release('First Light', '2013')
  const named = release('HARBOUR LIGHTS', '2019')
  const hits = release('Nordic Nights', '2012', 'Official', 'Compilation')
  const tape = release('Tape', '2011', 'Bootleg')

  test.each([
    ['the playlist’s own album', [tape, hits, first, named], named],
    ['else the earliest', [release('Later', '2020'), first], first],
    ['no compilation', [hits, first], first],
    ['no bootleg', [tape, hits], hits],
    ['what there is', [tape], tape],
    ['none of none', [], undefined],
  ])('%s', (_, releases, chosen) => {
    expect(chooseRelease(HARBOUR, releases)).toBe(chosen)
  })
})
