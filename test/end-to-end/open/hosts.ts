import type { Asked, Reply } from '../../support/hosts/replay.ts'
import { isrcOf, mbidOf, type Thing } from './world.ts'

/** The hosts of the made-up world: each answers in the documented shape of the real one. */
export function makeWorld(things: readonly Thing[]) {
  const has = (text: string) => (thing: Thing) => {
    const words = text.toLowerCase()
    return thing.title
      .toLowerCase()
      .split(' ')
      .every((word) => words.includes(word))
  }
  const find = (text: string, ...kinds: readonly Thing['kind'][]) =>
    things.filter((thing) => kinds.includes(thing.kind) && has(text)(thing))
  return (url: URL, { headers }: Asked): Reply => {
    const query = (name: string) => url.searchParams.get(name) ?? ''
    switch (url.host) {
      case 'archive.org':
        if (url.pathname === '/advancedsearch.php')
          return json({ response: { docs: find(query('q'), ...atArchive).map(foundAtArchive) } })
        if (url.pathname.startsWith('/metadata/')) return json(itemAtArchive(things, url.pathname))
        return {
          status: 302,
          headers: { location: `https://ia800100.us.archive.org${url.pathname}` },
        }
      case 'ia800100.us.archive.org':
        return sendSound(soundOf(things, url.pathname), headers.range)
      case 'commons.wikimedia.org':
        return json({
          batchcomplete: true,
          query: {
            pages: find(query('gsrsearch'), 'free at Wikimedia Commons').map(pageAtCommons),
          },
        })
      case 'upload.wikimedia.org':
      case 'prod-1.storage.jamendo.com':
        return sendSound(soundOf(things, url.pathname), headers.range)
      case 'ccmixter.org':
        if (url.pathname === '/api/query')
          return json(find(query('search'), 'free at ccMixter').map(uploadAtCcMixter))
        return sendSound(soundOf(things, url.pathname), headers.range)
      case 'api.jamendo.com': {
        const found = find(query('namesearch') || query('search'), 'download switched off')
        return json({ headers: { status: 'success', code: 0 }, results: found.map(trackAtJamendo) })
      }
      case 'musicbrainz.org':
        return answerAsMusicBrainz(things, url)
      default:
        // Everybody else is there, and knows nothing.
        return { status: 404, body: '{}' }
    }
  }
}

const json = (body: unknown): Reply => ({ body: JSON.stringify(body) })

const atArchive = [
  'free at the Internet Archive',
  'stream only',
  'without a licence',
  'claimed by a stranger',
  'there in a live version only',
] as const

const idAtArchive = ({ number }: Thing) => `item-${number}`

const foundAtArchive = (thing: Thing) => ({ identifier: idAtArchive(thing), title: thing.title })

function itemAtArchive(things: readonly Thing[], path: string): unknown {
  const thing = things.find((each) => path === `/metadata/${idAtArchive(each)}`)
  if (!thing) return {}
  const isLive = thing.kind === 'there in a live version only'
  const licensed = thing.kind !== 'without a licence'
  return {
    metadata: {
      identifier: idAtArchive(thing),
      title: isLive ? `${thing.title} (Live)` : thing.title,
      creator: thing.artist,
      collection: thing.kind === 'stream only' ? ['etree', 'stream_only'] : 'opensource_audio',
      licenseurl: licensed ? 'https://creativecommons.org/licenses/by/4.0/' : undefined,
      uploader: thing.kind === 'claimed by a stranger' ? 'a stranger' : thing.artist,
    },
    files: [
      {
        name: `sound ${thing.number}.wav`,
        source: 'original',
        format: 'WAVE',
        length: String(thing.seconds),
        size: String(thing.sound.length),
        md5: thing.md5,
        sha1: thing.sha1,
      },
    ],
  }
}

const pageAtCommons = (thing: Thing) => ({
  pageid: thing.number,
  title: `File:${thing.title}.wav`,
  index: 1,
  imageinfo: [
    {
      user: thing.artist,
      size: thing.sound.length,
      duration: thing.seconds,
      url: `https://upload.wikimedia.org/wikipedia/commons/a/ab/sound_${thing.number}.wav`,
      sha1: thing.sha1,
      mime: 'audio/wav',
      extmetadata: {
        ObjectName: { value: thing.title },
        Artist: { value: `<b>${thing.artist}</b>` },
        LicenseUrl: { value: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      },
    },
  ],
})

const uploadAtCcMixter = (thing: Thing) => ({
  upload_id: thing.number,
  upload_name: thing.title,
  upload_extra: { ccud: 'original,media' },
  user_name: thing.artist,
  user_real_name: thing.artist,
  license_url: 'http://creativecommons.org/licenses/by-nc/3.0/',
  files: [
    {
      file_name: `sound ${thing.number}.wav`,
      file_nicname: 'wav',
      file_format_info: { 'media-type': 'audio', 'default-ext': 'wav', ps: `0:0${thing.seconds}` },
      file_extra: { sha1: thing.md5.toUpperCase() },
      download_url: `http://ccmixter.org/content/x/sound ${thing.number}.wav`,
      file_rawsize: thing.sound.length,
    },
  ],
})

const trackAtJamendo = (thing: Thing) => ({
  id: String(thing.number),
  name: thing.title,
  duration: thing.seconds,
  artist_name: thing.artist,
  license_ccurl: 'http://creativecommons.org/licenses/by-nc-nd/3.0/',
  audiodownload: '',
  audiodownload_allowed: false,
  shareurl: `https://www.jamendo.com/track/${thing.number}`,
})

/** What the world's real MusicBrainz would know: the claimed and the known ones. */
function answerAsMusicBrainz(things: readonly Thing[], url: URL): Reply {
  const known = things.filter(
    ({ kind }) => kind === 'claimed by a stranger' || kind === 'known, and nowhere free',
  )
  const path = url.pathname.replace('/ws/2/', '')
  const text = decodeURIComponent(url.href.replaceAll('+', ' ')).toLowerCase()
  const byIsrc = known.find((thing) => path === `isrc/${isrcOf(thing)}`)
  const byId = known.find((thing) => path === `recording/${mbidOf(thing, 1)}`)
  if (byIsrc) return json({ isrc: isrcOf(byIsrc), recordings: [recordingAtMusicBrainz(byIsrc)] })
  if (byId) return json(recordingAtMusicBrainz(byId))
  if (path === 'recording' || path === 'recording/') {
    const found = known.filter(({ title }) => text.includes(title.toLowerCase()))
    return json({ count: found.length, offset: 0, recordings: found.map(recordingAtMusicBrainz) })
  }
  return { status: 404, body: '{"error":"Not Found"}' }
}

function recordingAtMusicBrainz(thing: Thing) {
  const artist = { id: mbidOf(thing, 2), name: thing.artist, 'sort-name': thing.artist }
  const release = {
    id: mbidOf(thing, 3),
    title: 'An Album',
    status: 'Official',
    date: '2015-01-01',
  }
  return {
    id: mbidOf(thing, 1),
    score: 100,
    title: thing.title,
    length: thing.seconds * 1000,
    'first-release-date': '2015-01-01',
    'artist-credit': [{ name: thing.artist, joinphrase: '', artist }],
    isrcs: [isrcOf(thing)],
    releases: [release],
    relations: [
      {
        type: 'purchase for download',
        'type-id': '92777657-504c-4acb-bd33-51a201bd57e1',
        'target-type': 'url',
        direction: 'forward',
        ended: false,
        url: { id: mbidOf(thing, 4), resource: `https://holm.bandcamp.com/track/${thing.number}` },
      },
    ],
  }
}

function soundOf(things: readonly Thing[], path: string): Uint8Array {
  const number = Number(/(\d+)\.wav$/.exec(decodeURIComponent(path))?.[1])
  return things[number]?.sound ?? new Uint8Array()
}

function sendSound(sound: Uint8Array, range = ''): Reply {
  const from = Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0)
  const headers = { etag: `"${sound.length}"`, 'content-type': 'audio/wav' }
  if (from === 0) return { headers, body: sound }
  const told = `bytes ${from}-${sound.length - 1}/${sound.length}`
  return {
    status: 206,
    headers: { ...headers, 'content-range': told },
    body: sound.subarray(from),
  }
}
