/**
 * What a listening history of a million plays costs: time and peak memory, in a process of its own.
 *
 *     node bench/history.ts [--rows N] [--files N] [--tracks N]
 *
 * The history is composed anew in a temporary folder, in the extended shape, with every field that a real
 * row has, and is removed afterwards.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeHistory } from './tail/compose-history.ts'

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
  const bytes = composeHistory(folder, { rows, files, tracks })
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
