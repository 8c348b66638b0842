/**
 * What a listening history of a million plays costs: time and peak memory, in a process of its own.
 *
 *     node bench/history.ts [--rows N] [--files N] [--tracks N]
 *
 * The history is composed anew in a temporary folder, in the extended shape, with every field that a real
 * row has, and is removed afterwards.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    files: { type: 'string', default: '60' },
    tracks: { type: 'string', default: '50000' },
  },
})
const [rows, files, tracks] = [Number(values.rows), Number(values.files), Number(values.tracks)]

const folder = mkdtempSync(join(tmpdir(), 'songkeep-history-'))
try {
  const bytes = composeHistory()
  const reader = new URL('../src/playlist/read.ts', import.meta.url).href
  const script = `
    const { readPlaylists } = await import(${JSON.stringify(reader)})
    const start = performance.now()
    const [playlist] = await readPlaylists(${JSON.stringify(folder)}, { order: 'plays' })
    const ms = performance.now() - start
    const plays = playlist.entries.reduce((sum, entry) => sum + entry.track.plays, 0)
    console.log(JSON.stringify({ ms, plays, tracks: playlist.entries.length,
      megabytes: process.resourceUsage().maxRSS / 1024 }))`
  const args = ['--input-type=module', '--eval', script]
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  process.stdout.write(
    [
      `${rows.toLocaleString('en')} plays in ${files} files, ${Math.round(bytes / 1024 ** 2)} MB`,
      `read in ${(result.ms / 1000).toFixed(1)} s, ${Math.round(result.megabytes)} MB at most`,
      `${result.plays.toLocaleString('en')} counted, of ${result.tracks.toLocaleString('en')} tracks\n`,
    ].join('\n'),
  )
} finally {
  rmSync(folder, { recursive: true })
}

function composeHistory(): number {
  let bytes = 0
  const each = Math.ceil(rows / files)
  for (let file = 0; file < files; file++) {
    const path = join(folder, `Streaming_History_Audio_2015-2025_${file}.json`)
    const to = openSync(path, 'w')
    const first = file * each
    let text = '['
    for (let row = first; row < Math.min(rows, first + each); row++) {
      text += (row === first ? '' : ',') + JSON.stringify(composePlay(row))
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
function composePlay(row: number) {
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
