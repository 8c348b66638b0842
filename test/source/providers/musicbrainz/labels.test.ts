import { describe, expect, test } from 'vitest'
import { readLabels, readLabelsOfAll } from '../../../../src/source/providers/musicbrainz/labels.ts'
import { readOwnPages } from '../../../../src/source/providers/musicbrainz/own-pages.ts'

const label = (name: unknown, id = '000000b1-0000-4000-8000-0000000000b1') => ({
  'catalog-number': 'FJD 1',
  label: { id, name },
})
const none = label('[no label]', '157afde4-4bf5-4039-8ad2-5a15acc85176')
const release = (...info: readonly unknown[]) => ({ 'label-info': info })
const LANTERNS = ['The Lanterns', 'Lyktene']

describe('the labels of a release', () => {
  test.each<[string, unknown, readonly string[] | undefined]>([
    ['one', release(label('Fjord Records')), ['Fjord Records']],
    ['each once', release(label('Fjord'), label('Harbour'), label('Fjord')), ['Fjord', 'Harbour']],
    ['no label', release(none), []],
    ['the artist’s own', release(label('Lanterns')), []],
    ['the artist’s own, by another name', release(label('LYKTENE')), []],
    ['called after the artist', release(label('The Lanterns Records')), ['The Lanterns Records']],
    ['no catalogue number', release({ 'catalog-number': '[none]', label: null }), []],
    ['a catalogue number alone', release({ 'catalog-number': 'B 1', label: null }), undefined],
    ['nothing entered', release(), []],
    ['odd values', release(null, label(null), label(7), 'x'), ['7']],
    ['not asked for', {}, undefined],
    ['no release', undefined, undefined],
  ])('%s', (_, given, labels) => {
    expect(readLabels(given, LANTERNS)).toEqual(labels)
  })
})

describe('the labels of all releases', () => {
  const all = (count: number, ...releases: readonly unknown[]) => ({
    'release-count': count,
    releases,
  })
  const fjord = release(label('Fjord'))

  test.each<[string, unknown, readonly string[] | undefined]>([
    ['one has one', all(2, release(none), fjord), ['Fjord']],
    ['none has one', all(2, release(none), release()), []],
    ['none has one, and more releases are there', all(3, release(none), release()), undefined],
    ['none has one, and one does not say', all(2, release(none), {}), undefined],
    ['one has one, and one does not say', all(2, {}, fjord), ['Fjord']],
    ['there are fewer than are known', all(0), undefined],
    ['another shape', { releases: {} }, undefined],
    ['no answer', undefined, undefined],
  ])('%s', (_, given, labels) => {
    expect(readLabelsOfAll(given, LANTERNS, 1)).toEqual(labels)
  })
})

describe('the artist’s own pages', () => {
  const relation = (type: string, resource: string, ended = false) => ({
    'type-id': type,
    ended,
    url: { resource },
  })
  const page = 'https://archive.org/details/@ada'
  const SOCIAL = '99429741-f3f6-484b-84f8-23af51991770'
  const DATABASE = 'd94fb61c-fa20-4e3c-a19a-71a949fb2c55'

  test.each([
    ['official homepage', 'fe33d22f-c3b0-4d68-bd53-a856badf2b15'],
    ['blog', 'eb535226-f8ca-499d-9b18-6a144df4ae6f'],
    ['social network', SOCIAL],
    ['Bandcamp', 'c550166e-0548-4a18-b1d4-e2ae423a3e88'],
    ['SoundCloud', '89e4a949-0976-440d-bda1-5f772c1e5710'],
    ['YouTube', '6a540e5b-58c6-4192-b6ba-dbc71ec8fcf0'],
    ['YouTube Music', '631712a0-7525-42ba-b7a3-605aa7a238c4'],
    ['video channel', 'd86c9450-b6d0-4760-a275-e7547495b48b'],
    ['download for free', '34ae77fe-defb-43ea-95d4-63c7540bac78'],
    ['free streaming', '769085a1-c2f7-4c24-a532-2375a77693bd'],
  ])('%s', (_, type) => {
    expect(readOwnPages({ relations: [relation(type, page), relation(type, page)] })).toEqual([
      page,
    ])
  })

  test('a database gives accounts at ccMixter', () => {
    const relations = [
      relation(DATABASE, 'http://ccmixter.org/people/adaholm'),
      relation(DATABASE, 'http://ccmixter.org/files/adaholm/60'),
      relation(DATABASE, 'https://rateyourmusic.com/artist/ada-holm'),
    ]
    expect(readOwnPages({ relations })).toEqual(['https://ccmixter.org/people/adaholm'])
  })

  test.each<[string, unknown]>([
    ['that has ended', relation(SOCIAL, page, true)],
    ['of a fan', relation('f484f897-81cc-406e-96f9-cd799a04ee24', page)],
    ['of an encyclopaedia', relation('29651736-fa6d-48e4-aadc-a557c6add1cb', page)],
    ['to a machine at home', relation(SOCIAL, 'http://10.0.0.1/')],
    ['that is none', null],
  ])('none by a relation %s', (_, one) => {
    expect(readOwnPages({ relations: [one] })).toEqual([])
  })
})
