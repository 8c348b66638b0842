import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { archiveReadme as german } from '../../words/de/archives/archive-readme.ts'
import { archiveReadme as english } from '../../words/en/archives/archive-readme.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'

/** At the archive's top: what the folder is, for somebody who never heard of Songkeep. */
export const README = 'README-songkeep.txt'

/** Rises with the text, so that an older Songkeep does not write over a newer one's. */
const VERSION = 1
const MARKER = /\nsongkeep-archive-readme\/(\d+) ([0-9a-f]{64})\n$/
const MAX_README_BYTES = 100_000

/** The text ends in its version and in the SHA-256 of all before that line: a text that was changed is not ours. */
export function composeReadme(): string {
  const text = `${english}\n\n${'-'.repeat(78)}\n\n${german}\n`
  return `${text}\nsongkeep-archive-readme/${VERSION} ${digestOf(text)}\n`
}

export type ReadmeState = 'absent' | 'ours' | 'foreign'

export async function findReadme({ root }: Pick<ArchivePaths, 'root'>): Promise<ReadmeState> {
  return (await readReadme(root)).state
}

/** Writes it where there is none, or an older one of ours; anybody else's text, or a changed one, stays. */
export async function writeReadme(paths: ArchivePaths): Promise<void> {
  const { state, version } = await readReadme(paths.root)
  if (state === 'foreign' || (version ?? 0) >= VERSION) return
  await writeAtomic(join(paths.root, README), composeReadme(), newTemporary(paths))
}

async function readReadme(root: string): Promise<{ state: ReadmeState; version?: number }> {
  const path = join(root, README)
  const found = await look(path)
  if (!found) return { state: 'absent' }
  if (!found.isFile() || found.size > MAX_README_BYTES) return { state: 'foreign' }
  const text = await readFile(path, 'utf8')
  const [marker = '', version, digest] = MARKER.exec(text) ?? []
  const isOurs = marker !== '' && digestOf(text.slice(0, -marker.length)) === digest
  return isOurs ? { state: 'ours', version: Number(version) } : { state: 'foreign' }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
