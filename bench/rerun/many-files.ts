import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { openArchive } from '../../src/archive/archive.ts'
import {
  readInventoryLine,
  writeInventoryLine,
} from '../../src/archive/inventory/inventory-line.ts'
import { hashFile } from '../../src/base/hash.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import type { Progress } from '../../src/model/progress.ts'
import { readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { makeTune } from '../../test/support/sound.ts'

const { signal } = new AbortController()

export interface ManyFiles {
  /** A folder of the benchmark's own: `Music`, `Keep` and the lists lie in it. */
  readonly dir: string
  readonly files: number
  /** The lines do not tell the albums, as in archives of earlier versions. */
  readonly older?: boolean
}

export const environmentOf = (dir: string) => ({
  cacheDir: join(dir, 'cache'),
  processors: availableParallelism(),
})

/** How often each kind of outcome came. */
export async function countOutcomes(
  events: AsyncIterable<Progress>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for await (const event of events)
    if (event.kind === 'outcome') count(event.outcome.kind)
    else if (event.kind === 'unchanged') count('unchanged lists')
  return counts
}

export function backUpLists(dir: string, inputs: readonly string[]): AsyncGenerator<Progress> {
  const request = completeRequest({
    inputs,
    into: join(dir, 'Keep'),
    libraries: [join(dir, 'Music')],
    names: 'All/{artist} - {title}',
    jobs: availableParallelism(),
    offline: true,
  })
  return backUpInput(request, environmentOf(dir), signal)
}

/**
 * One tune is backed up. Its file is copied under other tags, and its line in the inventory with it, until the archive
 * holds as many tiny files as asked, ten to an album, all in one folder.
 */
export async function makeArchive(asked: ManyFiles): Promise<void> {
  const { dir, files } = asked
  const into = join(dir, 'Keep')
  mkdirSync(join(dir, 'Music'))
  writeFileSync(join(dir, 'Music/The Testers - Song 0.wav'), makeTune(1, 1))
  await countOutcomes(backUpLists(dir, [writeCsv(dir, 'one.csv', [nameSong(0)])]))
  const inventory = join(into, 'inventory.jsonl')
  const read = readInventoryLine((await readFile(inventory, 'utf8')).trim())
  if (read.kind !== 'file') throw new Error(read.kind)
  const lines: string[] = []
  for (let song = 0; song < files; song++)
    lines.push(writeInventoryLine(await copy(song, read.file, asked)))
  await writeFile(inventory, lines.join(''))
  // Settles the inventory, as a run does at its end.
  await using archive = await openArchive(into)
  await archive.checkpoint()
}

/** One more file, and its line. */
async function copy(song: number, first: ArchivedFile, { dir, older }: ManyFiles) {
  const into = join(dir, 'Keep')
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
    album: older ? undefined : { title: album, artists: [] },
  }
}

const TRACKS_AN_ALBUM = 10
const STRIDE = 7

export const nameSong = (song: number) => ({
  title: `Song ${song}`,
  album: `Album ${Math.floor(song / TRACKS_AN_ALBUM)}`,
})

/** Each list goes on where the one before ends; when the files begin again, in another order: no two lists are alike. */
export const chooseSongs = (list: number, entries: number, files: number) =>
  Array.from({ length: entries }, (_, entry) => {
    const row = list * entries + entry
    return (row * (row < files ? 1 : STRIDE)) % files
  })

export function writeCsv(
  dir: string,
  name: string,
  songs: readonly { readonly title: string; readonly album: string }[],
): string {
  const rows = songs.map(({ title, album }) => `${title},The Testers,${album}`)
  writeFileSync(join(dir, name), ['Title,Artist,Album', ...rows, ''].join('\n'))
  return join(dir, name)
}

/** What it took, and what came of it. */
export async function time(events: AsyncIterable<Progress>): Promise<string> {
  const start = performance.now()
  const before = process.cpuUsage()
  const counts = await countOutcomes(events)
  const { user, system } = process.cpuUsage(before)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const processor = ((user + system) / 1e6).toFixed(1)
  const told = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
  return `${seconds} s, ${processor} s of processor time (${told})`
}
