import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../archive/files/inside.ts'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { type CopyRecord, keyOf } from './copies-log.ts'
import type { CopyState } from './events.ts'
import { readLines } from './read-lines.ts'

/** By path: with which bytes a copy has the file, and when they were last read or written whole there. */
export type SeenFiles = ReadonlyMap<string, { readonly sha256: string; readonly at: string }>

type Copy = Pick<CopyRecord, 'target' | 'endpoint'>

/** What is known of a copy while its place is out of reach. It can be made again: by the next check of that copy. */
export async function readSeen(root: string, copy: Copy): Promise<SeenFiles> {
  const path = join(root, '.songkeep', 'copies', nameOf(copy))
  const seen = new Map<string, { sha256: string; at: string }>()
  if (!(await look(path))?.isFile()) return seen
  for await (const line of readLines(createReadStream(path))) {
    try {
      const { path, sha256, at } = JSON.parse(line)
      if ([path, sha256, at].every((each) => typeof each === 'string'))
        seen.set(path, { sha256, at })
    } catch {
      // Nothing is lost but when a file was seen.
    }
  }
  return seen
}

/** Notes what a run has seen of a copy at `at`; what it did not read was last seen before. */
export async function writeSeen(
  root: string,
  copy: Copy,
  { files }: Pick<CopyState, 'files'>,
  at: string,
): Promise<void> {
  const before = await readSeen(root, copy)
  const lines = files.flatMap(({ path, sha256, isSeen }) => {
    const known = before.get(path)
    const last = isSeen ? at : known?.sha256 === sha256 ? known.at : undefined
    return last === undefined ? [] : [`${JSON.stringify({ path, sha256, at: last })}\n`]
  })
  const folder = join(root, '.songkeep', 'copies')
  await makeFolder(join(root, '.songkeep'))
  await makeFolder(folder)
  const temporary = join(folder, `${randomUUID()}.part`)
  await writeAtomic(join(folder, nameOf(copy)), lines, temporary)
}

const nameOf = (copy: Copy) =>
  `${createHash('sha256').update(keyOf(copy)).digest('hex').slice(0, 16)}.jsonl`
