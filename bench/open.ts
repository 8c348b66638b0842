/**
 * What it costs to open a large archive of which nothing has changed, with the index of its inventory and without.
 *
 *     node bench/open.ts [--lines N]
 *
 * One tune is backed up, and its line is written again under other names, about 3 kB each. There are no files behind
 * the lines: opening looks at none.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../src/archive/archive.ts'
import { readInventoryLine, writeInventoryLine } from '../src/archive/inventory/inventory-line.ts'
import type { ArchivedFile } from '../src/model/archived-file.ts'
import { makeArchive } from './rerun/many-files.ts'

const { values } = parseArgs({ options: { lines: { type: 'string', default: '100000' } } })
const lines = Number(values.lines)
const dir = mkdtempSync(join(tmpdir(), 'songkeep-open-'))
const keep = join(dir, 'Keep')

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')

function nameAgain(first: ArchivedFile, song: number): ArchivedFile {
  const [title, artist] = [`Song ${String(song).padStart(7, '0')}`, `Artist ${song % 500}`]
  const album = `Album ${Math.floor(song / 10)}`
  return {
    ...first,
    path: `${artist}/${album}/${title}.mp3`,
    sha256: hash('sha256', title),
    sha512: hash('sha512', title),
    track: { ...first.track, title, artists: [artist], album, uri: `spotify:track:${song}` },
    chosen: { ...first.chosen, id: `${first.chosen.id} ${song}`, title },
    fingerprint: {
      algorithm: 'chromaprint-2',
      code: hash('sha512', title).repeat(12),
      durationMs: 120_000,
    },
  }
}

async function time(name: string, readOnly: boolean) {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const archive = await openArchive(keep, { readOnly })
  const { user, system } = process.cpuUsage(before)
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  const processor = `${((user + system) / 1e6).toFixed(2)} s of processor time`
  process.stdout.write(`${name}: ${seconds} s, ${processor}\n`)
  await archive[Symbol.asyncDispose]()
}

try {
  await makeArchive({ dir, files: 1 })
  const inventory = join(keep, 'inventory.jsonl')
  const read = readInventoryLine((await readFile(inventory, 'utf8')).trim())
  if (read.kind !== 'file') throw new Error(read.kind)
  const all = Array.from({ length: lines }, (_, song) => nameAgain(read.file, song))
  const text = all.map(writeInventoryLine).toSorted().join('')
  writeFileSync(inventory, text)
  // The lines are believed without a look at their files.
  const settled = `${Buffer.byteLength(text)} ${hash('sha256', text)}\n`
  writeFileSync(join(keep, '.songkeep/settled'), settled)
  await time('for reading, without its index', true)
  {
    await using archive = await openArchive(keep)
    await archive.checkpoint()
  }
  await time('for reading', true)
  await time('for writing', false)
} finally {
  rmSync(dir, { recursive: true })
}
