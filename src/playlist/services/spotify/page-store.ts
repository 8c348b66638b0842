import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asRecord } from '../../../base/json.ts'
import { asStorageError } from '../../../base/storage.ts'
import type { ReadRow } from '../../reading/entries.ts'

/** Pages of a list that is being read, so that a run that was stopped is gone on with. */
export interface KeptPages {
  /** What an earlier run had read, in order; empty where there is none, or where the list has changed since. */
  readonly rows: readonly ReadRow[]
  add(rows: readonly ReadRow[]): Promise<void>
  /** The list is read: nothing of it stays here. */
  remove(): Promise<void>
}

export interface PageStore {
  /** `version` changes when the list does. */
  open(uri: string, version: string): Promise<KeptPages>
}

/** Spotify's content is kept no longer than needed; and after a week most lists have changed. */
const MAX_AGE_MS = 7 * 24 * 3600_000

/** Keeps pages in a folder: a file for each list, a line for each page. A line that was cut is read again. */
export function openPageStore(folder: string): PageStore {
  return {
    async open(uri, version) {
      const name = createHash('sha256').update(uri).digest('hex').slice(0, 32)
      const path = join(folder, `${name}.jsonl`)
      const rows = await readKept(path, version)
      const writing = async (work: () => Promise<unknown>) => {
        try {
          await work()
        } catch (error) {
          throw asStorageError(error)
        }
      }
      if (rows.length === 0)
        await writing(async () => {
          await mkdir(folder, { recursive: true, mode: 0o700 })
          await writeFile(path, line({ version }), { mode: 0o600 })
        })
      let count = rows.length
      return {
        rows,
        async add(more) {
          await writing(() => appendFile(path, line({ from: count, rows: more })))
          count += more.length
        },
        remove: () => rm(path, { force: true }),
      }
    },
  }
}

/** It begins on a line of its own, so that a line that was cut before it does no harm to it. */
const line = (value: unknown) => `\n${JSON.stringify(value)}\n`

async function readKept(path: string, version: string): Promise<readonly ReadRow[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found || found.mtimeMs < Date.now() - MAX_AGE_MS) return []
  const text = await readFile(path, 'utf8').catch(() => '')
  const [head, ...pages] = text.split('\n').flatMap(parse)
  if (head?.version !== version) return []
  const rows: ReadRow[] = []
  for (const page of pages)
    if (page.from === rows.length && Array.isArray(page.rows)) rows.push(...page.rows)
  return rows
}

function parse(text: string) {
  try {
    return text === '' ? [] : [asRecord(JSON.parse(text))]
  } catch {
    return []
  }
}
