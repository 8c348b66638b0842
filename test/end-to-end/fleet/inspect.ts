import { readdir } from 'node:fs/promises'
import { openArchive } from '../../../src/archive/archive.ts'
import { findFaults } from '../../archive/support/find-faults.ts'

/** What lies in the archives in the end. */
export interface Kept {
  /** What was wrong with an inventory. */
  readonly notes: readonly unknown[]
  /** Files that are not what was written down of them, or that nobody has written down. */
  readonly faults: readonly unknown[]
  /** What is written down, and of how many different tracks. */
  readonly entries: number
  readonly titles: number
  readonly files: number
}

export async function inspectArchives(dirs: readonly string[]): Promise<Kept> {
  const [notes, faults, titles]: [unknown[], unknown[], string[]] = [[], [], []]
  let files = 0
  for (const dir of dirs) {
    await using archive = await openArchive(dir, { readOnly: true })
    notes.push(...archive.notes)
    faults.push(...(await findFaults(archive)))
    titles.push(...archive.list().map(({ track }) => track.title))
    files += (await readdir(dir, { recursive: true })).filter((path) => isSound(path)).length
  }
  return { notes, faults, entries: titles.length, titles: new Set(titles).size, files }
}

/** What is unfinished, or was thrown away, counts too. */
const isSound = (path: string) => /\.(?:mp3|wav|flac)$/.test(path)
