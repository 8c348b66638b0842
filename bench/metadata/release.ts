import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeRelease } from '../../src/packages/metadata/write-release.ts'
import { rowsOfCatalogue } from '../../src/preserve/metadata/rows.ts'
import { SyntheticCatalogue } from '../catalogue/synthetic.ts'

/** A release of synthetic metadata: `node bench/metadata/release.ts [ROWS] [FOLDER]`. */
const rows = Number(process.argv[2] ?? 10_000_000)
const root = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'release-'))
const catalogue = new SyntheticCatalogue(rows)
function* recordings() {
  for (let number = 0; number < rows; number++) yield catalogue.recording(number)
}

let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 100)
try {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const { signal } = new AbortController()
  const request = { out: root, rows: rowsOfCatalogue(recordings()), total: rows, signal }
  for await (const event of writeRelease(request))
    if (event.kind === 'progress' && process.stderr.isTTY)
      process.stderr.write(`\r${event.done} of ${event.total}`)
  const { user, system } = process.cpuUsage(cpu)
  const sizeOf = (name: string) => statSync(join(root, 'releases/0001', name)).size / rows
  console.log(
    [
      `${rows} rows`,
      `Parquet ${sizeOf('recordings.parquet').toFixed(1)} B a row`,
      `JSON lines ${sizeOf('recordings.jsonl.gz').toFixed(1)}`,
      `digests ${sizeOf('digests.tsv.gz').toFixed(1)}`,
      `${((performance.now() - started) / 1000).toFixed(0)} s`,
      `${((user + system) / 1e6).toFixed(0)} s of processor time`,
      `${(peak / 1e6).toFixed(0)} MB`,
    ].join(', '),
  )
} finally {
  clearInterval(watch)
  rmSync(root, { recursive: true })
}
