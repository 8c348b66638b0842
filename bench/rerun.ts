/**
 * What an unchanged rerun costs: many lists over one archive folder whose files are all kept already.
 *
 *     node bench/rerun.ts [--files N] [--lists N] [--entries N] [--bytes N] [--older]
 *     node bench/rerun.ts --lines N
 *
 * The archive is made by `rerun/many-files.ts`. Then all lists are backed up twice: the second time nothing has changed.
 * With `--older` the lines do not tell the albums, as in archives of earlier versions: the first run reads them from
 * the tags. With `--bytes` each file is made so long. With `--lines` the archive has so many lines and no files: it
 * is opened, and takes in twenty more files, one checkpoint each.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  backUpLists,
  chooseSongs,
  makeArchive,
  nameSong,
  time,
  writeCsv,
} from './rerun/many-files.ts'
import { timeLines } from './rerun/many-lines.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    lists: { type: 'string', default: '50' },
    entries: { type: 'string', default: '200' },
    bytes: { type: 'string', default: '0' },
    lines: { type: 'string' },
    older: { type: 'boolean', default: false },
  },
})
const [files, lists, entries] = [values.files, values.lists, values.entries].map(Number) as [
  number,
  number,
  number,
]
const dir = mkdtempSync(join(tmpdir(), 'songkeep-rerun-'))

try {
  if (values.lines) process.stdout.write(`${await timeLines(dir, Number(values.lines))}\n`)
  else await timeRerun()
} finally {
  rmSync(dir, { recursive: true })
}

async function timeRerun() {
  await makeArchive({ dir, files, bytes: Number(values.bytes), older: values.older })
  const inputs = Array.from({ length: lists }, (_, at) =>
    writeCsv(dir, `List ${at}.csv`, chooseSongs(at, entries, files).map(nameSong)),
  )
  process.stdout.write(`${files} files, ${lists} lists of ${entries}\n`)
  process.stdout.write(`first run: ${await time(backUpLists(dir, inputs))}\n`)
  process.stdout.write(`unchanged rerun: ${await time(backUpLists(dir, inputs))}\n`)
}
