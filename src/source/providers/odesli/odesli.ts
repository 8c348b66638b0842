import { asRecord } from '../../../base/json.ts'
import type { Link, LinkKind } from '../../../model/link.ts'
import type { Track } from '../../../model/track.ts'
import { nothingKnown } from '../../knowledge.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readText } from '../../online/fields.ts'
import { chooseLinks, makeLink } from '../../online/link.ts'
import { openProvider } from '../../online/open-provider.ts'
import { isSameSong } from '../../online/same-song.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { songPage } from './song-page.ts'

const title = 'Odesli'

/**
 * Knows where else a song is that one service has: https://odesli.co, v1-alpha.1, without a key ten times a
 * minute. It is asked by a page, never by names.
 */
export const odesli: Provider<'lookUp'> = {
  name: 'odesli',
  title,
  can: ['lookUp'],
  hosts: [{ host: 'api.song.link', pace: { requests: 10, perMs: 60_000 }, atOnce: 1, perRun: 100 }],
  open: (context) =>
    openProvider(odesli, {
      lookUp: async (track, known, signal) => {
        const own = songPage(track.uri)
        const page = own ?? known.links.flatMap((link) => pageOf(link) ?? [])[0]
        const said = page === undefined ? undefined : await ask(context, page, signal)
        // What a playlist names itself needs no check; what others have found does.
        if (!said || (own === undefined && !isAboutTrack(said, track))) return nothingKnown
        return { ...nothingKnown, links: chooseLinks(readLinks(said), known.links) }
      },
    }),
}

/** A link to the track alone: not to its release, its artist, a search. */
const pageOf = ({ kind, note, url }: Link) =>
  kind !== 'search' && kind !== 'homepage' && note === undefined ? songPage(url) : undefined

async function ask({ http }: ProviderContext, page: string, signal: AbortSignal) {
  const parameters = new URLSearchParams({ url: page, userCountry: 'US', songIfSingle: 'true' })
  const url = `https://api.song.link/v1-alpha.1/links?${parameters}`
  return askForJson(http, title, { url }, signal, { isNothing })
}

/** A page that it does not know, or that its service no longer has, is answered with status 400 and a code. */
const isNothing = (status: number, json: unknown) =>
  status === 400 && /^could_not_/.test(readText(asRecord(json).code) ?? '')

function isAboutTrack({ json }: JsonAnswer, track: Track): boolean {
  const { entityUniqueId, entitiesByUniqueId } = asRecord(json)
  const entities = asRecord(entitiesByUniqueId)
  const id = readText(entityUniqueId) ?? ''
  const entity = asRecord(Object.hasOwn(entities, id) ? entities[id] : undefined)
  const [name, artist] = [readText(entity.title), readText(entity.artistName)]
  if (name === undefined) return false
  return isSameSong(track, { title: name, artists: artist === undefined ? [] : [artist] })
}

interface Platform {
  readonly service: string
  readonly kind: LinkKind
}

/** In the order in which links are given. Services that have closed are left out. */
const platforms: Readonly<Record<string, Platform>> = {
  bandcamp: { service: 'Bandcamp', kind: 'buy' },
  youtube: { service: 'YouTube', kind: 'watch' },
  spotify: { service: 'Spotify', kind: 'listen' },
  appleMusic: { service: 'Apple Music', kind: 'listen' },
  deezer: { service: 'Deezer', kind: 'listen' },
  tidal: { service: 'Tidal', kind: 'listen' },
  youtubeMusic: { service: 'YouTube Music', kind: 'listen' },
  amazonMusic: { service: 'Amazon Music', kind: 'listen' },
  soundcloud: { service: 'SoundCloud', kind: 'listen' },
  audius: { service: 'Audius', kind: 'listen' },
  audiomack: { service: 'Audiomack', kind: 'listen' },
  napster: { service: 'Napster', kind: 'listen' },
  pandora: { service: 'Pandora', kind: 'listen' },
  anghami: { service: 'Anghami', kind: 'listen' },
  boomplay: { service: 'Boomplay', kind: 'listen' },
  yandex: { service: 'Yandex Music', kind: 'listen' },
  itunes: { service: 'iTunes', kind: 'buy' },
  amazonStore: { service: 'Amazon', kind: 'buy' },
}

function readLinks(said: JsonAnswer): readonly Link[] {
  const { linksByPlatform } = asRecord(said.json)
  if (typeof linksByPlatform !== 'object' || linksByPlatform === null)
    throw unavailable(title, said)
  const places = asRecord(linksByPlatform)
  return Object.entries(platforms).flatMap(([platform, { service, kind }]) => {
    const given = Object.hasOwn(places, platform) ? asRecord(places[platform]).url : undefined
    return makeLink({ kind, service, by: odesli.name }, given) ?? []
  })
}
