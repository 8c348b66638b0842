import type { Asked, Reply, Say } from '../../support/hosts/replay.ts'
import { answerAsMusicBrainz } from './musicbrainz.ts'
import { isrcOf, itemOf, type Song } from './world.ts'

/** How MusicBrainz is that day. */
export const healths = [
  'well',
  'refusing',
  'busy',
  'busy every fourth time',
  'silent',
  'hanging up',
  'gone in the middle',
] as const

export type Health = (typeof healths)[number]

const json = (body: unknown): Reply => ({ body: JSON.stringify(body) })
const notFound: Reply = { status: 404, body: '{}' }

/** The Internet Archive has every song under a free licence, whoever put it there; a shop sells those of labels. */
export function makeWorld(songs: readonly Song[], health: Health): Say {
  let questions = 0
  return (url, asked) => {
    switch (url.host) {
      case 'archive.org':
        return answerAsArchive(songs, url)
      case 'ia800100.us.archive.org':
        return sendSound(songs, url, asked)
      case 'api.deezer.com':
        return answerAsDeezer(songs, url)
      case 'musicbrainz.org':
        return ail(health, ++questions) ?? answerAsMusicBrainz(songs, url)
      default:
        return notFound
    }
  }
}

/** What comes in place of an answer; undefined where all is well. */
function ail(health: Health, question: number): Reply | undefined {
  const busy = { status: 503, body: '{"error":"The MusicBrainz web server is currently busy."}' }
  switch (health) {
    case 'refusing':
      return { status: 400, body: '{"error":"release-groups is not a valid inc parameter."}' }
    case 'busy':
      return busy
    case 'busy every fourth time':
      return question % 4 === 0 ? busy : undefined
    case 'silent':
      return { fault: 'silent' }
    case 'hanging up':
      return { fault: 'deaf' }
    case 'gone in the middle':
      return question > 20 ? { fault: 'deaf' } : undefined
    default:
      return undefined
  }
}

const hasWords = (text: string) => {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return ({ title }: Song) =>
    title
      .toLowerCase()
      .split(' ')
      .every((word) => words.includes(word))
}

function answerAsArchive(songs: readonly Song[], url: URL): Reply {
  if (url.pathname === '/advancedsearch.php') {
    const docs = songs
      .filter(hasWords(url.searchParams.get('q') ?? ''))
      .map((song) => ({ identifier: itemOf(song), title: song.title }))
    return json({ response: { numFound: docs.length, start: 0, docs } })
  }
  const song = songs.find((each) => url.pathname === `/metadata/${itemOf(each)}`)
  if (url.pathname.startsWith('/metadata/')) return json(song ? describeItem(song) : {})
  return { status: 302, headers: { location: `https://ia800100.us.archive.org${url.pathname}` } }
}

const describeItem = (song: Song) => ({
  metadata: {
    identifier: itemOf(song),
    title: song.title,
    creator: song.artist,
    collection: 'opensource_audio',
    licenseurl: 'https://creativecommons.org/licenses/by/4.0/',
    uploader: uploaderOf(song),
  },
  files: [
    {
      name: `${song.number}.wav`,
      source: 'original',
      format: 'WAVE',
      length: String(song.seconds),
      size: String(song.sound.length),
      md5: song.md5,
    },
  ],
})

function uploaderOf({ kind, artist }: Song): string {
  if (kind === 'of a netlabel, under the licence that MusicBrainz names') return 'netlabel'
  return kind === 'of a label, by a stranger' ? 'a stranger' : artist
}

function sendSound(songs: readonly Song[], url: URL, { headers }: Asked): Reply {
  const number = Number(/(\d+)\.wav$/.exec(url.pathname)?.[1])
  const sound = songs[number]?.sound ?? new Uint8Array()
  if (headers.range === undefined) return { headers: { 'content-type': 'audio/wav' }, body: sound }
  return { status: 416, body: '' }
}

/** Text alone; errors come as status 200. */
function answerAsDeezer(songs: readonly Song[], url: URL): Reply {
  const sold = songs.filter(({ kind }) => kind.startsWith('of a label'))
  const missing = json({ error: { type: 'DataException', message: 'no data', code: 800 } })
  if (url.pathname === '/search') {
    const found = sold.filter(hasWords(url.searchParams.get('q') ?? ''))
    return json({ data: found.map(trackAtDeezer), total: found.length })
  }
  const id = /^\/track\/(.+)$/.exec(url.pathname)?.[1] ?? ''
  const song = sold.find(
    (each) => id === String(idAtDeezer(each)) || decodeURIComponent(id) === `isrc:${isrcOf(each)}`,
  )
  return song ? json({ ...trackAtDeezer(song), isrc: isrcOf(song) }) : missing
}

const idAtDeezer = ({ number }: Song) => 1000 + number

const trackAtDeezer = (song: Song) => ({
  id: idAtDeezer(song),
  title: song.title,
  duration: song.seconds,
  artist: { id: 1, name: song.artist },
  album: { id: 1, title: 'An Album' },
  type: 'track',
})
