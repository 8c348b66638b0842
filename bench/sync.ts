/**
 * What `songkeep sync` costs where nothing is new: many lists, most of whose entries are kept and some are missing.
 *
 *     node bench/sync.ts [--files N] [--lists N] [--entries N] [--missing N]
 *
 * The archive is made by `rerun/many-files.ts`, and its files lie in the library too. Of each list's entries so many are
 * in no folder: they are looked for each time.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { syncArchive } from '../src/app/sync/sync-archive.ts'
import {
  backUpLists,
  chooseSongs,
  environmentOf,
  makeArchive,
  nameSong,
  time,
  writeCsv,
} from './rerun/many-files.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    lists: { type: 'string', default: '50' },
    entries: { type: 'string', default: '200' },
    missing: { type: 'string', default: '20' },
  },
})
const [files, lists, entries, missing] = [
  values.files,
  values.lists,
  values.entries,
  values.missing,
].map(Number) as [number, number, number, number]
const dir = mkdtempSync(join(tmpdir(), 'songkeep-sync-'))
const { signal } = new AbortController()
const sync = () =>
  syncArchive({ into: join(dir, 'Keep'), offline: true }, environmentOf(dir), signal)

try {
  await makeArchive({ dir, files })
  cpSync(join(dir, 'Keep/All'), join(dir, 'Music/All'), { recursive: true })
  const inputs = Array.from({ length: lists }, (_, at) => writeList(at))
  process.stdout.write(`${files} files, ${lists} lists of ${entries}, ${missing} of each missing\n`)
  process.stdout.write(`backup: ${await time(backUpLists(dir, inputs))}\n`)
  for (const run of ['first', 'second', 'third'])
    process.stdout.write(`${run} sync with nothing new: ${await time(sync())}\n`)
} finally {
  rmSync(dir, { recursive: true })
}

function writeList(at: number): string {
  const kept = chooseSongs(at, entries - missing, files).map(nameSong)
  const lost = Array.from({ length: missing }, (_, entry) => ({
    title: `Lost Tune ${at * missing + entry}`,
    album: '',
  }))
  return writeCsv(dir, `List ${at}.csv`, [...kept, ...lost])
}
