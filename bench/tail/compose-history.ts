import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface HistorySize {
  readonly rows: number
  readonly files: number
  readonly tracks: number
}

/** A Spotify history in the extended shape, with every field that a real row has; returns its bytes. */
export function composeHistory(folder: string, size: HistorySize): number {
  const { rows, files } = size
  let bytes = 0
  const each = Math.ceil(rows / files)
  for (let file = 0; file < files; file++) {
    const path = join(folder, `Streaming_History_Audio_2015-2025_${file}.json`)
    const to = openSync(path, 'w')
    const first = file * each
    let text = '['
    for (let row = first; row < Math.min(rows, first + each); row++) {
      text += (row === first ? '' : ',') + JSON.stringify(composePlay(row, size))
      if (text.length > 1_000_000) {
        writeSync(to, text)
        text = ''
      }
    }
    writeSync(to, `${text}]`)
    closeSync(to)
    bytes += statSync(path).size
  }
  return bytes
}

/** Few tracks are played often and many seldom, as people do. */
function composePlay(row: number, { rows, tracks }: HistorySize) {
  const track = Math.floor(tracks * (((row * 7919) % rows) / rows) ** 3)
  return {
    ts: new Date(1.42e12 + row * 300_000).toISOString().replace('.000', ''),
    platform: 'Android OS 13 API 33 (Somebody, Something)',
    ms_played: row % 5 === 0 ? 4000 : 180_000 + (row % 90_000),
    conn_country: 'ZZ',
    ip_addr: '203.0.113.7',
    master_metadata_track_name: `Song ${track} of the Harbour, with a “Name”`,
    master_metadata_album_artist_name: `Band ${track % 3000}`,
    master_metadata_album_album_name: `Record ${track % 9000}`,
    spotify_track_uri: `spotify:track:${String(track).padStart(22, '0')}`,
    episode_name: null,
    episode_show_name: null,
    spotify_episode_uri: null,
    audiobook_title: null,
    audiobook_uri: null,
    audiobook_chapter_uri: null,
    audiobook_chapter_title: null,
    reason_start: 'trackdone',
    reason_end: 'trackdone',
    shuffle: true,
    skipped: false,
    offline: false,
    offline_timestamp: 1_700_000_000 + row,
    incognito_mode: false,
  }
}
