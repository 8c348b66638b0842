import { lstat, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { asRecord } from '../../base/json.ts'

/** One upload: a folder with this marker of ours in it, and the file that the marker names. */
export interface UploadFolder {
  readonly id: string
  /** The file, absolute; it may not be there. */
  readonly path: string
  /** When it began: milliseconds since 1970. */
  readonly at: number
  readonly bytes: number
}

const MARKER = '.songkeep-upload'
const MAX_MARKER_BYTES = 10_000

/** Makes the folder of a new upload; returns where its file goes. What has no marker is never taken for one. */
export async function makeUploadFolder(dir: string, id: string, name: string): Promise<string> {
  await mkdir(join(dir, id), { mode: 0o700 })
  const marker = JSON.stringify({ name, at: Date.now() })
  await writeFile(join(dir, id, MARKER), marker, { flag: 'wx', mode: 0o600 })
  return join(dir, id, name)
}

export async function listUploadFolders(dir: string): Promise<readonly UploadFolder[]> {
  const found: UploadFolder[] = []
  for (const id of await readdir(dir)) {
    const folder = await readUploadFolder(dir, id)
    if (folder) found.push(folder)
  }
  return found
}

/** Undefined for what is none of ours. Follows no link. */
export async function readUploadFolder(dir: string, id: string): Promise<UploadFolder | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  if (!(await look(join(dir, id)))?.isDirectory()) return undefined
  const marker = await look(join(dir, id, MARKER))
  if (!marker?.isFile() || marker.size > MAX_MARKER_BYTES) return undefined
  const { name, at } = parse(await readFile(join(dir, id, MARKER), 'utf8').catch(() => ''))
  if (typeof name !== 'string' || typeof at !== 'number') return undefined
  if (name === '' || name === '..' || basename(name) !== name) return undefined
  const path = join(dir, id, name)
  return { id, path, at, bytes: (await look(path))?.size ?? 0 }
}

/** Removes the file that the marker names and the marker; a folder that holds something else stays with that. */
export async function removeUploadFolder(dir: string, { id, path }: UploadFolder): Promise<void> {
  await rm(path, { force: true })
  await rm(join(dir, id, MARKER), { force: true })
  await rmdir(join(dir, id)).catch(() => {})
}

const look = (path: string) => lstat(path).catch(() => undefined)

function parse(text: string) {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return {}
  }
}
