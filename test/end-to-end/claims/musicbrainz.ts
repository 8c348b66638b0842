import type { Reply } from '../../support/hosts/replay.ts'
import { isrcOf, itemOf, type Kind, mbidOf, type Song, spotifyIdOf } from './world.ts'

const unknown: ReadonlySet<Kind> = new Set([
  'of a label, known to a shop alone',
  'known to nobody, by the artist',
])

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

const json = (body: unknown): Reply => ({ body: JSON.stringify(body) })
const notFound: Reply = { status: 404, body: '{"error":"Not Found"}' }

const cyrillic = 'абвгдежзийклмнопрстуфхцчшэюя'

/** Another script that has no word in common with the Latin name. */
const inCyrillic = (text: string) =>
  text.toLowerCase().replaceAll(/[a-z]/g, (letter) => cyrillic[letter.charCodeAt(0) - 97] ?? '')

const nameOf = (song: Song, text: string) =>
  song.kind === 'of a label, under a Latin name and known by a Cyrillic one'
    ? inCyrillic(text)
    : text

/** MusicBrainz as its documentation has it: a search has no relations and no labels, a release has both. */
export function answerAsMusicBrainz(songs: readonly Song[], url: URL): Reply {
  const known = songs.filter(({ kind }) => !unknown.has(kind))
  const [, , , entity, id] = url.pathname.split('/')
  const find = (sort: number) => known.find((song) => mbidOf(song, sort) === id)
  const say = (song: Song | undefined, tell: (song: Song) => unknown) =>
    song ? json(tell(song)) : notFound
  switch (entity) {
    case 'recording':
      return id ? say(find(1), recordingOf) : search(known, url.searchParams.get('query') ?? '')
    case 'release': {
      const recording = url.searchParams.get('recording')
      if (id) return say(find(3), releaseOf)
      const of = known.filter((song) => mbidOf(song, 1) === recording).map(releaseOf)
      return json({ 'release-count': of.length, 'release-offset': 0, releases: of })
    }
    case 'artist':
      return say(find(2), (song) => ({
        ...artistOf(song),
        aliases: [],
        relations: [],
      }))
    case 'url':
      return pages(known, url.searchParams.getAll('resource'))
    default:
      return notFound
  }
}

function search(known: readonly Song[], query: string): Reply {
  const isrc = /isrc:"?([A-Z0-9]{12})/.exec(query)?.[1]
  // The length that is asked for besides is no word of the title.
  const words = /recording:\(([^)]*)\)/.exec(query)?.[1]?.toLowerCase() ?? ''
  const found = known.filter((song) =>
    isrc
      ? isrcOf(song) === isrc
      : nameOf(song, song.title)
          .toLowerCase()
          .split(' ')
          .every((word) => words.split(/[^\p{L}\p{N}]+/u).includes(word)),
  )
  return json({ count: found.length, offset: 0, recordings: found.map(recordingOf) })
}

function pages(known: readonly Song[], resources: readonly string[]): Reply {
  const found = known.flatMap((song) => {
    const resource = `https://open.spotify.com/track/${spotifyIdOf(song)}`
    if (!resources.includes(resource)) return []
    const relation = {
      type: 'free streaming',
      'type-id': '7e41ef12-a124-4324-afdb-fdbae687a89c',
      'target-type': 'recording',
      direction: 'backward',
      ended: false,
      recording: {
        id: mbidOf(song, 1),
        title: nameOf(song, song.title),
        length: song.seconds * 1000,
      },
    }
    return [{ id: mbidOf(song, 5), resource, relations: [relation] }]
  })
  if (resources.length === 1) return found[0] ? json(found[0]) : notFound
  return json({ 'url-count': found.length, 'url-offset': 0, urls: found })
}

const artistOf = (song: Song) => {
  const name = nameOf(song, song.artist)
  return { id: mbidOf(song, 2), name, 'sort-name': name, aliases: [] }
}

const recordingOf = (song: Song) => ({
  id: mbidOf(song, 1),
  score: 100,
  title: nameOf(song, song.title),
  length: song.seconds * 1000,
  'first-release-date': '2015-01-01',
  'artist-credit': [{ name: nameOf(song, song.artist), joinphrase: '', artist: artistOf(song) }],
  isrcs: [isrcOf(song)],
  releases: [bareRelease(song)],
  relations: [],
})

const bareRelease = (song: Song) => ({
  id: mbidOf(song, 3),
  title: 'An Album',
  status: 'Official',
  date: '2015-01-01',
  'release-group': { id: mbidOf(song, 4), 'primary-type': 'Album', 'secondary-types': [] },
})

function releaseOf(song: Song) {
  const { kind } = song
  const label = { id: mbidOf(song, 6), name: kind.includes('netlabel') ? 'Net Label' : 'Big Label' }
  return {
    ...bareRelease(song),
    'label-info': kind === 'of no label, by the artist' ? [] : [{ 'catalog-number': '1', label }],
    media: [{ position: 1, tracks: [{ id: mbidOf(song, 7), recording: relatedOf(song) }] }],
    relations: [],
  }
}

const relatedOf = (song: Song) => ({
  id: mbidOf(song, 1),
  title: song.title,
  relations: relationsOf(song),
})

function relationsOf(song: Song) {
  const relation = (type: string, resource: string) => ({
    'type-id': type,
    'target-type': 'url',
    direction: 'forward',
    ended: false,
    url: { id: mbidOf(song, 8), resource },
  })
  switch (song.kind) {
    case 'of a label, on the page that MusicBrainz names as its download':
      return [
        relation(
          '45d0cbc5-d65b-4e77-bdfd-8a75207cb5c5',
          `https://archive.org/details/${itemOf(song)}`,
        ),
      ]
    case 'of a netlabel, under the licence that MusicBrainz names':
      return [relation('f25e301d-b87b-4561-86a0-5d2df6d26c0a', LICENCE)]
    default:
      return []
  }
}
