import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import {
  readInventoryLine,
  writeInventoryLine,
} from '../../src/archive/inventory/inventory-line.ts'
import { keep, playlistOf, trackOf } from '../../test/archive/support/sample.ts'

const ADDED = 20

/** What an archive of so many lines takes to be opened, and to take one more file in. Its files themselves are not there. */
export async function timeLines(into: string, files: number): Promise<string> {
  await fill(into, files)
  const [reading, writing] = [await timeOpening(into, true), await timeOpening(into, false)]
  const times: number[] = []
  const list = playlistOf(
    'More',
    Array.from({ length: ADDED }, (_, at) => trackOf(`More ${at}`)),
  )
  {
    await using archive = await openArchive(into)
    for (let position = 1; position <= ADDED; position++)
      times.push(await timeOne(archive, list, position))
  }
  const [median = 0] = times.toSorted((a, b) => a - b).slice(ADDED / 2)
  return `${files} lines: opened for reading in ${reading} ms, for writing in ${writing} ms; one more file and its checkpoint: ${median.toFixed(1)} ms`
}

async function timeOne(archive: Archive, list: ReturnType<typeof playlistOf>, position: number) {
  const start = performance.now()
  await keep(archive, list, position)
  await archive.checkpoint()
  return performance.now() - start
}

async function timeOpening(into: string, readOnly: boolean): Promise<number> {
  const start = performance.now()
  await using _ = await openArchive(into, { readOnly })
  return Math.round(performance.now() - start)
}

async function fill(into: string, files: number): Promise<void> {
  await rm(into, { recursive: true, force: true })
  {
    await using archive = await openArchive(into)
    await keep(archive, playlistOf('One', [trackOf('One')]), 1)
    await archive.checkpoint()
  }
  const path = join(into, 'inventory.jsonl')
  const read = readInventoryLine((await readFile(path, 'utf8')).trim())
  if (read.kind !== 'file') throw new Error(read.kind)
  const { file } = read
  const lines = Array.from({ length: files }, (_, at) => {
    const [track, chosen] = [
      { ...file.track, title: `Song ${at}` },
      { ...file.chosen, id: `${at}` },
    ]
    // As long as the fingerprint of two minutes makes it.
    const code = 'A'.repeat(2500)
    const fingerprint = { algorithm: 'chromaprint-2', code, durationMs: 200_000 } as const
    return writeInventoryLine({ ...file, path: `All/Song ${at}.mp3`, track, chosen, fingerprint })
  })
  await writeFile(path, lines.join(''))
  // Without a checkpoint all lines count, whether their files are there or not.
  await rm(join(into, '.songkeep'), { recursive: true })
  await using archive = await openArchive(into)
  await archive.checkpoint()
}
