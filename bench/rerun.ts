/**
 * What an unchanged rerun costs: many lists over one archive folder whose files are all kept already.
 *
 *     node bench/rerun.ts [--files N] [--lists N] [--entries N] [--older]
 *
 * The archive is made by `rerun/many-files.ts`. Then all lists are backed up twice: the second time nothing has changed.
 * With `--older` the lines do not tell the albums, as in archives of earlier versions: the first run reads them from
 * the tags.
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

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    lists: { type: 'string', default: '50' },
    entries: { type: 'string', default: '200' },
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
  await makeArchive({ dir, files, older: values.older })
  const inputs = Array.from({ length: lists }, (_, at) =>
    writeCsv(dir, `List ${at}.csv`, chooseSongs(at, entries, files).map(nameSong)),
  )
  process.stdout.write(`${files} files, ${lists} lists of ${entries}\n`)
  process.stdout.write(`first run: ${await time(backUpLists(dir, inputs))}\n`)
  process.stdout.write(`unchanged rerun: ${await time(backUpLists(dir, inputs))}\n`)
} finally {
  rmSync(dir, { recursive: true })
}
