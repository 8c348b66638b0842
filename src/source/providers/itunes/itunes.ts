import { definedOnly } from '../../../base/defined.ts'
import { asRecord } from '../../../base/json.ts'
import type { Link } from '../../../model/link.ts'
import { reason } from '../../../model/reason.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readDurationMs } from '../../online/duration.ts'
import { readCount, readNames, readText, readYear } from '../../online/fields.ts'
import { chooseLinks, makeLink, readPage } from '../../online/link.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseWords } from '../../online/query.ts'
import { isSameSong } from '../../online/same-song.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { itunesProbe } from './probe.ts'

const title = 'iTunes'

/**
 * Text alone: what a recording is called, how long it is, its page. Previews and covers are neither read nor
 * asked for. https://performance-partners.apple.com/search-api, about 20 questions a minute.
 */
export const itunes: Provider<'lookUp'> = {
  name: 'itunes',
  title,
  can: ['lookUp'],
  probe: itunesProbe,
  hosts: [
    { host: 'itunes.apple.com', pace: { requests: 20, perMs: 60_000 }, atOnce: 1, perRun: 100 },
  ],
  open: (context) =>
    openProvider(itunes, {
      lookUp: async (track, known, signal) => {
        if (isKnown(track, known)) return nothingKnown
        const said = await ask(context, track, signal)
        const found = said ? readSongs(said) : []
        const [best] = orderByLikeness(
          track,
          found.map(({ recording }) => recording),
        ).filter((each) => isSameSong(track, each))
        const song = found.find(({ recording }) => recording.id === best?.id)
        if (!song) return nothingKnown
        const { recording, links } = song
        return { ...nothingKnown, recordings: [recording], links: chooseLinks(links, known.links) }
      },
    }),
}

/** True where nothing is left to find out. Each question would take three seconds of the run. */
function isKnown(track: Track, { links, recordings }: Knowledge): boolean {
  const hasPage = links.some(({ service, note }) => service === 'Apple Music' && note === undefined)
  return hasPage && recordings.some((recording) => isSameSong(track, recording))
}

async function ask({ http }: ProviderContext, track: Track, signal: AbortSignal) {
  const words = chooseWords(track)
  if (words.title.length === 0) return undefined
  const parameters = new URLSearchParams({
    term: [...words.title, ...words.artist].join(' '),
    media: 'music',
    entity: 'song',
    country: 'US',
    limit: '25',
  })
  const url = `https://itunes.apple.com/search?${parameters}`
  return askForJson(http, title, { url }, signal, { explain })
}

const explain = (status: number) =>
  status === 403 ? reason('source.no-more-questions', { place: title }) : undefined

interface Song {
  readonly recording: Recording
  readonly links: readonly Link[]
}

function readSongs(said: JsonAnswer): readonly Song[] {
  const { results } = asRecord(said.json)
  if (!Array.isArray(results)) throw unavailable(title, said)
  return results.slice(0, 50).flatMap((each) => readSong(each, said.answer) ?? [])
}

/** One of `results`; undefined for releases, films, and what has no id or name. */
function readSong(value: unknown, answer: Answer): Song | undefined {
  const song = asRecord(value)
  const id = readCount(song.trackId)
  const name = readText(song.trackName)
  const page = readPage(song.trackViewUrl)
  if (song.kind !== 'song' || id === undefined || name === undefined) return undefined
  const recording = {
    id: String(id),
    source: 'itunes',
    title: name,
    artists: readNames(song.artistName),
    ...definedOnly({
      album: readText(song.collectionName),
      albumArtists: readAlbumArtists(song),
      durationMs: readDurationMs(song.trackTimeMillis),
      year: readYear(song.releaseDate),
      trackNumber: readCount(song.trackNumber),
      discNumber: readCount(song.discNumber),
      url: page?.url,
    }),
    answer,
  }
  return { recording, links: page ? makeLinks(page.url, song) : [] }
}

function readAlbumArtists(song: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const names = readNames(song.collectionArtistName)
  return names.length > 0 ? names : undefined
}

/** The page opens in Apple Music, and with a word more in the store, where it is sold there by itself. */
function makeLinks(page: string, { isStreamable, trackPrice }: Readonly<Record<string, unknown>>) {
  const store = new URL(page)
  store.searchParams.set('app', 'itunes')
  const isSold = typeof trackPrice === 'number' && trackPrice > 0
  const links = [
    isStreamable === false ? undefined : makeLink({ kind: 'listen', by: itunes.name }, page),
    isSold ? makeLink({ kind: 'buy', service: title, by: itunes.name }, store.href) : undefined,
  ]
  return links.flatMap((link) => link ?? [])
}
