import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../../src/archive/archive.ts'
import { findFaults } from '../../archive/support/find-faults.ts'
import { readJson } from '../../support/program.ts'

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

/** A run that could not ask somewhere does not know what it lacks. */
export const NOT_REACHED = 'not-reached'

/** An archive that lacks tracks after its run. */
export interface Lack {
  readonly archive: string
  /** Why, by the run's own report: a code for each track. */
  readonly reasons: readonly string[]
}

export async function findLack(archive: string, tracks: number): Promise<Lack | undefined> {
  await using opened = await openArchive(archive, { readOnly: true })
  if (opened.list().length === tracks) return undefined
  const reasons: string[] = []
  for (const path of await readdir(archive, { recursive: true }))
    if (path.endsWith('report.json')) {
      const { outcomes, unavailable } = await readJson<StoredReport>(join(archive, path))
      for (const { kind, reasonCode: { code } = {} } of outcomes)
        if (!kind.endsWith('kept'))
          reasons.push(
            unavailable.length > 0 || code?.startsWith('network.') ? NOT_REACHED : (code ?? kind),
          )
    }
  return { archive, reasons }
}

interface StoredReport {
  /** Sources that stopped answering. */
  readonly unavailable: readonly unknown[]
  readonly outcomes: readonly {
    readonly kind: string
    readonly reasonCode?: { readonly code: string }
  }[]
}
