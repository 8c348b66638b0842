import { randomUUID } from 'node:crypto'
import { lstat, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeSecret } from '../../base/file.ts'
import type { Playlist } from '../../model/playlist.ts'
import { type Reason, reason, textReason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** The playlists that uploads were read as, for the jobs made of them: nothing else of an export stays. */
export interface StagedImports {
  store(playlists: readonly Playlist[]): Promise<string>
  /** UserError where it is gone. */
  find(id: string): Promise<readonly Playlist[]>
  remove(id: string): Promise<void>
  /** Removes what is of no job and older than a day. */
  sweep(used: ReadonlySet<string>): Promise<void>
}

/** An import that no job was made of is removed after so long: time enough to look at its preview. */
const MAX_AGE_MS = 24 * 60 * 60_000

/** What a stored import begins with: by this it is known for ours. Those of earlier versions are bare lists, and stay. */
const MARKER = '{"songkeep":"staged-import/1","playlists":'

export async function openStagedImports(dir: string): Promise<StagedImports> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => {
    if (/^[0-9a-f-]{36}$/.test(id)) return join(dir, `${id}.json`)
    throw gone()
  }
  return {
    async store(playlists) {
      const id = randomUUID()
      await writeSecret(pathOf(id), `${MARKER}${JSON.stringify(playlists)}}`)
      return id
    },
    async find(id) {
      const path = pathOf(id)
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        throw gone(cause)
      })
      const stored = JSON.parse(text) as Playlist[] | { readonly playlists: Playlist[] }
      return (Array.isArray(stored) ? stored : stored.playlists).map(withReasons)
    },
    async remove(id) {
      await rm(pathOf(id), { force: true })
    },
    async sweep(used) {
      for (const name of await readdir(dir)) {
        const path = join(dir, name)
        if (used.has(name.slice(0, -'.json'.length)) || !(await isOurs(path))) continue
        const { mtimeMs } = (await stat(path).catch(() => undefined)) ?? {}
        if (mtimeMs !== undefined && Date.now() - mtimeMs > MAX_AGE_MS)
          await rm(path, { force: true })
      }
    },
  }
}

async function isOurs(path: string): Promise<boolean> {
  if (!(await lstat(path).catch(() => undefined))?.isFile()) return false
  await using file = await open(path, 'r')
  const start = Buffer.alloc(MARKER.length)
  await file.read(start, 0, start.length, 0)
  return start.toString() === MARKER
}

/** Older versions stored sentences where there are reasons now. */
const withReasons = (playlist: Playlist): Playlist => ({
  ...playlist,
  notes: playlist.notes.map(asReason),
  entries: playlist.entries.map((entry) =>
    entry.kind === 'skipped'
      ? { ...entry, reason: asReason(entry.reason) }
      : { ...entry, note: entry.note && asReason(entry.note) },
  ),
})

const asReason = (stored: Reason | string): Reason =>
  typeof stored === 'string' ? textReason(stored) : stored

const gone = (cause?: unknown) =>
  new UserError(reason('playlist.staged-import-gone'), reason('playlist.drop-file-again'), {
    cause,
  })
