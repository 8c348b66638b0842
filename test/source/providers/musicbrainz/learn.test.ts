import { describe, expect, test } from 'vitest'
import type { Asker } from '../../../../src/source/providers/musicbrainz/ask.ts'
import { learnMore } from '../../../../src/source/providers/musicbrainz/learn.ts'
import type { KnownRecording } from '../../../../src/source/providers/musicbrainz/recording.ts'

const { signal } = new AbortController()
const idOf = (number: number) => `0000000${number}-0000-4000-8000-000000000000`

const known = (number: number, otherReleases = 0): KnownRecording => ({
  recording: { id: idOf(number), source: 'musicbrainz', title: 'Tide', artists: ['Ada Holm'] },
  releaseId: idOf(8),
  artistId: idOf(9),
  names: ['Ada Holm'],
  published: true,
  otherReleases,
  entity: {},
})

const none = { 'label-info': [] }
const fjord = { 'label-info': [{ label: { id: idOf(7), name: 'Fjord' } }] }

/** MusicBrainz, where the chosen release has no label; `releases` are those of each recording. */
function askerOf(releases: Readonly<Record<string, readonly unknown[]>>) {
  const asked: string[] = []
  const say = (json: unknown) => ({
    json,
    answer: { url: 'https://musicbrainz.org/', sha256: '0', at: '2026-11-28' },
  })
  const nothing = async () => undefined
  const asker: Asker = {
    search: nothing,
    recording: nothing,
    pages: nothing,
    release: async (id) => say({ id, ...none }),
    artist: async (id) => say({ id, name: 'Ada Holm' }),
    releasesOf: async (id) => {
      asked.push(id)
      const of = releases[id] ?? []
      return say({ 'release-count': of.length, releases: of })
    },
  }
  return { asker, asked }
}

describe('the labels of a recording whose release has none', () => {
  test.each([
    ['on no other release', known(1), [], {}, [], []],
    ['on another, of a label', known(1, 1), [], { [idOf(1)]: [none, fjord] }, ['Fjord'], [1]],
    ['on others, and fewer are told', known(1, 2), [], { [idOf(1)]: [none, none] }, undefined, [1]],
    [
      'known a second time, on a label',
      known(1),
      [known(2)],
      { [idOf(2)]: [fjord] },
      ['Fjord'],
      [2],
    ],
    [
      'known a second time, and that has none',
      known(1),
      [known(2)],
      { [idOf(2)]: [none] },
      [],
      [2],
    ],
    ['known a second time, of which nothing is told', known(1), [known(2)], {}, undefined, [2]],
  ])('%s', async (_, best, others, releases, labels, asks) => {
    const { asker, asked } = askerOf(releases)
    const learnt = await learnMore(asker, { best, others }, signal)
    expect(learnt.labels).toEqual(labels)
    expect(asked).toEqual(asks.map(idOf))
  })
})
