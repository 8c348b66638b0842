import { asList, asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { skipRow } from '../../reading/entries.ts'
import { mbidOf } from '../mbid.ts'
import type { ServerAccount, ServerEntry } from '../server.ts'
import { nameOnServer } from '../server-link.ts'

const TICKS_PER_MS = 10_000

/** A `BaseItemDto`, https://api.jellyfin.org, with the fields Path and ProviderIds. */
export function readItem(value: unknown, account: ServerAccount): ServerEntry {
  const item = asRecord(value)
  const id = typeof item.Id === 'string' ? item.Id.slice(0, 200) : ''
  if (item.Type !== 'Audio') return { id, row: skipRow(item.Name, reason('playlist.no-music')) }
  const { RunTimeTicks: ticks, ProviderIds, Artists, AlbumArtists } = item
  return {
    id,
    mbid: mbidOf(asRecord(ProviderIds).MusicBrainzRecording),
    row: {
      kind: 'track',
      title: item.Name,
      artists: asList(Artists),
      album: item.Album,
      albumArtists: asList(AlbumArtists).map((each) => asRecord(each).Name),
      durationMs: typeof ticks === 'number' ? Math.round(ticks / TICKS_PER_MS) : undefined,
      date: item.ProductionYear,
      trackNumber: item.IndexNumber,
      discNumber: item.ParentIndexNumber,
      path: item.Path,
      uri: id === '' ? undefined : nameOnServer(account, 'song', id),
    },
  }
}
