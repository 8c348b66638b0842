import { asList, asRecord } from '../../base/json.ts'
import type { Playlist } from '../../model/playlist.ts'
import { UserError } from '../../words/user-error.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../reading/entries.ts'
import { parseJson } from '../reading/json.ts'
import { kindOfSpotifyUri, reasonNoTrack } from '../reading/spotify-uri.ts'
import { readPageData } from './html.ts'

/** The page lists so many, and says nothing of the rest. */
const MOST_LISTED = 100

const PLAIN_WARNING =
  'Read from Spotify’s public page, which names no albums and no ISRCs, and lists 100 entries at most.'

/**
 * The list on a public embed page (`open.spotify.com/embed/playlist/ID`). The page holds much else, an
 * anonymous access token among it: nothing but the entity's own text is looked at.
 */
export function readPublicPage(html: string, uri: string): Playlist {
  const entity = findEntity(readPageData(html).scripts)
  const list = asList(entity?.trackList)
  if (!entity || !Array.isArray(entity.trackList))
    throw new UserError(
      'Spotify’s public page shows no list.',
      'The playlist may be private or gone. Export it as your data from Spotify, or log in: songkeep login spotify',
    )
  const isAlbum = kindOfSpotifyUri(uri) === 'album'
  const title = entity.title ?? entity.name
  return buildPlaylist(
    {
      format: 'spotify-page',
      name: title,
      fallbackName: isAlbum ? 'Album' : 'Playlist',
      creator: !isAlbum ? entity.subtitle : undefined,
      uri,
      partial: list.length >= MOST_LISTED,
      notes: [
        PLAIN_WARNING,
        ...(list.length >= MOST_LISTED
          ? [`It lists exactly ${list.length}: the playlist is possibly cut here.`]
          : []),
      ],
    },
    list.map((value) => readListed(value, isAlbum ? entity : undefined)),
  )
}

/** `__NEXT_DATA__` since 2023, before that `initial-state` in base64. */
function findEntity(scripts: ReadonlyMap<string, string>) {
  const next = scripts.get('__NEXT_DATA__')
  const initial = scripts.get('initial-state')
  const state =
    next === undefined
      ? asRecord(parseJson(decodeBase64(initial ?? '') || '{}'))
      : ['props', 'pageProps', 'state'].reduce(
          (value, name) => asRecord(value[name]),
          asRecord(parseJson(next)),
        )
  const { entity } = asRecord(state.data)
  return entity === undefined ? undefined : asRecord(entity)
}

const decodeBase64 = (text: string) => Buffer.from(text, 'base64').toString('utf8')

function readListed(value: unknown, album: Readonly<Record<string, unknown>> | undefined): ReadRow {
  const { uri, title, subtitle, duration, entityType, isPlayable } = asRecord(value)
  const kind = entityType ?? kindOfSpotifyUri(uri) ?? 'track'
  if (kind !== 'track') return skipRow(title, reasonNoTrack(String(kind).slice(0, 20)))
  return {
    kind: 'track',
    title,
    artists: splitArtists(subtitle),
    // An album's own page names the album once, above its list.
    album: album?.title ?? album?.name,
    durationMs: duration,
    uri,
    note: isPlayable === false ? 'Spotify does not play it any more, or not there.' : undefined,
  }
}

/** Joined by a comma and a space that does not break; a comma before a common one is part of a name. */
const splitArtists = (subtitle: unknown) =>
  typeof subtitle === 'string' ? subtitle.slice(0, 20_000).split(',\u00a0') : []
