/**
 * What an unchanged rerun costs: many lists over one archive folder whose files are all kept already.
 *
 *     node bench/rerun.ts [--files N] [--lists N] [--entries N] [--older]
 *
 * Songkeep backs up one tune. Its file is copied under other tags, and its line in the inventory with it, until the
 * archive holds as many tiny files as asked, ten to an album, all in one folder. Then all lists are backed up twice:
 * the second time nothing has changed. With `--older` the lines do not tell the albums, as in archives of earlier
 * versions: the first run reads them from the tags.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backUpInput } from '../src/app/backups/back-up.ts'
import { openArchive } from '../src/archive/archive.ts'
import { readInventoryLine, writeInventoryLine } from '../src/archive/inventory/inventory-line.ts'
import { hashFile } from '../src/base/hash.ts'
import { readFileTags, writeTags } from '../src/media/tags/write-tags.ts'
import type { ArchivedFile } from '../src/model/archived-file.ts'
import { completeRequest } from '../src/model/backup-request.ts'
import { makeTune } from '../test/support/sound.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    lists: { type: 'string', default: '50' },
    entries: { type: 'string', default: '200' },
    older: { type: 'boolean', default: false },
  },
})
const [files, lists, entries] = [
  Number(values.files),
  Number(values.lists),
  Number(values.entries),
] as const
const TRACKS_AN_ALBUM = 10
const STRIDE = 7

const dir = mkdtempSync(join(tmpdir(), 'songkeep-rerun-'))
const into = join(dir, 'Keep')
const { signal } = new AbortController()

try {
  await makeArchive()
  const inputs = Array.from({ length: lists }, (_, at) => writeList(at))
  process.stdout.write(`${files} files, ${lists} lists of ${entries}\n`)
  process.stdout.write(`first run: ${await time(inputs)}\n`)
  process.stdout.write(`unchanged rerun: ${await time(inputs)}\n`)
} finally {
  rmSync(dir, { recursive: true })
}

async function time(inputs: readonly string[]): Promise<string> {
  const start = performance.now()
  const before = process.cpuUsage()
  const counts = await backUp(inputs)
  const { user, system } = process.cpuUsage(before)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const processor = ((user + system) / 1e6).toFixed(1)
  return `${seconds} s, ${processor} s of processor time (${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')})`
}

async function backUp(inputs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const request = completeRequest({
    inputs,
    into,
    libraries: [join(dir, 'Music')],
    names: 'All/{artist} - {title}',
    jobs: availableParallelism(),
    offline: true,
  })
  const environment = { cacheDir: join(dir, 'cache'), processors: availableParallelism() }
  const counts = new Map<string, number>()
  for await (const event of backUpInput(request, environment, signal))
    if (event.kind === 'outcome')
      counts.set(event.outcome.kind, (counts.get(event.outcome.kind) ?? 0) + 1)
  return counts
}

async function makeArchive(): Promise<void> {
  mkdirSync(join(dir, 'Music'))
  writeFileSync(join(dir, 'Music/The Testers - Song 0.wav'), makeTune(1, 1))
  await backUp([writeCsv('one.csv', [0])])
  const inventory = join(into, 'inventory.jsonl')
  const read = readInventoryLine((await readFile(inventory, 'utf8')).trim())
  if (read.kind !== 'file') throw new Error(read.kind)
  const lines: string[] = []
  for (let song = 0; song < files; song++)
    lines.push(writeInventoryLine(await copy(song, read.file)))
  await writeFile(inventory, lines.join(''))
  // Settles the inventory, as a run does at its end.
  await using archive = await openArchive(into)
  await archive.checkpoint()
}

/** One more file, and its line. */
async function copy(song: number, first: ArchivedFile): Promise<ArchivedFile> {
  const path = `All/The Testers - Song ${song}.mp3`
  const source = join(into, first.path)
  const { title, album } = nameSong(song)
  if (song > 0) {
    const before = await readFileTags(source, 'mp3')
    const tags = { ...before.tags, title, album }
    await writeTags({ source, target: join(into, path) }, before, tags, signal)
  }
  return {
    ...first,
    ...(await hashFile(join(into, path))),
    path,
    track: { ...first.track, title, album },
    chosen: { ...first.chosen, id: `${first.chosen.id} ${song}`, title },
    album: values.older ? undefined : { title: album, artists: [] },
  }
}

function nameSong(song: number) {
  return { title: `Song ${song}`, album: `Album ${Math.floor(song / TRACKS_AN_ALBUM)}` }
}

/** Each list goes on where the one before ends; when the files begin again, in another order: no two lists are alike. */
function writeList(at: number): string {
  const songs = Array.from({ length: entries }, (_, entry) => {
    const row = at * entries + entry
    return (row * (row < files ? 1 : STRIDE)) % files
  })
  return writeCsv(`List ${at}.csv`, songs)
}

function writeCsv(name: string, songs: readonly number[]): string {
  const rows = songs.map(nameSong).map(({ title, album }) => `${title},The Testers,${album}`)
  writeFileSync(join(dir, name), ['Title,Artist,Album', ...rows, ''].join('\n'))
  return join(dir, name)
}
