import { asList, asRecord } from '../../base/json.ts'
import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { buildPlaylist, type ReadRow, skipRow, type TrackRow } from '../reading/entries.ts'
import { firstText, parseJson } from '../reading/json.ts'
import { kindOfSpotifyUri, whyNoTrack } from '../reading/services/spotify-uri.ts'
import { readPageData } from './html.ts'

/** The page lists so many, and says nothing of the rest. */
const MAX_LISTED = 100

/**
 * The list on a public embed page (`open.spotify.com/embed/playlist/ID`). The page holds much else, an
 * anonymous access token among it: nothing but the entity's own text is looked at.
 */
export function readPublicPage(html: string, uri: string): Playlist {
  const entity = findEntity(readPageData(html).scripts)
  const list = asList(entity?.trackList)
  if (!entity || !Array.isArray(entity.trackList))
    throw new UserError(reason('playlist.page-without-list'), reason('playlist.export-or-log-in'))
  const isAlbum = kindOfSpotifyUri(uri) === 'album'
  const title = entity.title ?? entity.name
  return buildPlaylist(
    {
      format: 'spotify-page',
      name: title,
      fallbackName: isAlbum ? 'Album' : 'Playlist',
      creator: !isAlbum ? entity.subtitle : undefined,
      uri,
      partial: list.length >= MAX_LISTED,
      notes: [
        reason('playlist.from-public-page'),
        ...(list.length >= MAX_LISTED
          ? [reason('playlist.page-possibly-cut', { entries: list.length })]
          : []),
      ],
    },
    list.map((value) => readListed(value, isAlbum ? entity : undefined)),
  )
}

/** A track on its embed page (`open.spotify.com/embed/track/ID`): no album there, and no ISRC. */
export function readEmbeddedTrack(html: string, uri: string): TrackRow | undefined {
  const entity = findEntity(readPageData(html).scripts)
  const title = firstText(entity?.name) || firstText(entity?.title)
  if (!entity || kindOfSpotifyUri(entity.uri) !== 'track' || title.trim() === '') return undefined
  return {
    kind: 'track',
    title,
    artists: asList(entity.artists)
      .slice(0, 200)
      .map((artist) => asRecord(artist).name),
    durationMs: entity.duration,
    date: asRecord(entity.releaseDate).isoString,
    uri,
    note: reason('playlist.from-embed-page'),
  }
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
  const kind = firstText(entityType) || (kindOfSpotifyUri(uri) ?? 'track')
  if (kind !== 'track') return skipRow(title, whyNoTrack(kind.slice(0, 20)))
  return {
    kind: 'track',
    title,
    artists: splitArtists(subtitle),
    // An album's own page names the album once, above its list.
    album: album?.title ?? album?.name,
    durationMs: duration,
    uri,
    note: isPlayable === false ? reason('playlist.not-played-or-not-there') : undefined,
  }
}

/** Joined by a comma and a space that does not break; a comma before a common one is part of a name. */
const splitArtists = (subtitle: unknown) =>
  typeof subtitle === 'string' ? subtitle.slice(0, 20_000).split(',\u00a0') : []
