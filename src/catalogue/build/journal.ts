import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VERSION } from '../format/layout.ts'
import type { Gathered } from './gather.ts'
import { makeWorkFolder } from './owned.ts'

/** Counts at the end of each partition, by number. */
export interface Ends {
  readonly track: number
  readonly block: number
}

/** How far a build has come, written after each step that took long. */
export interface Journal {
  readonly version: number
  readonly build: string
  /** Stamps of all inputs: only the same build is gone on with. */
  readonly stamps: readonly string[]
  readonly seconds: number
  /** After the inputs read so far, and the bytes their rows take in each partition's file. */
  readonly gathered?: Gathered
  readonly rowSizes?: readonly number[]
  /** After the runs are written. */
  readonly ends?: readonly Ends[]
  readonly titleRows?: number
  readonly isrcRows?: number
  /** After the artists are written. */
  readonly artists?: number
  readonly neighbourRows?: number
}

/** The folder in which a catalogue grows; nothing in it can be opened as one. */
export const WORK_FOLDER = '.building'
const JOURNAL = 'journal.json'

export const writeJournal = (work: string, journal: Journal) => {
  writeFileSync(join(work, `${JOURNAL}.new`), JSON.stringify(journal), { flush: true })
  renameSync(join(work, `${JOURNAL}.new`), join(work, JOURNAL))
}

/** The journal of a stopped build of the same inputs, or nothing; then the folder is empty. */
export function openWork(work: string, stamps: readonly string[]): Journal | undefined {
  const before = readJournal(work)
  if (
    before?.version === VERSION &&
    existsSync(join(work, before.build)) &&
    before.stamps.length === stamps.length &&
    before.stamps.every((stamp, index) => stamp === stamps[index])
  ) {
    return before
  }
  makeWorkFolder(work)
  return undefined
}

function readJournal(work: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(join(work, JOURNAL), 'utf8'))
  } catch {
    return undefined
  }
}
