import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import { readLines } from '../journal/lines.ts'
import { type Lists, readLists } from '../lists/lists.ts'
import { MAX_TEXT_BYTES, pathsOf } from './paths.ts'

/** The longest line of a history: a playlist of 200,000 entries that changed from end to end. */
const MAX_LINE_BYTES = 2 ** 27

export interface PlaylistFolder {
  /** Relative to the archive. */
  readonly folder: string
  /** Whose it is; absent where only a text of it tells that it is some list's. */
  readonly list?: KeptList
  /** Its `report.json`; absent where there is none that could be ours. */
  readonly report?: string
}

/** A playlist's folder, its report not read yet. */
export interface FoundFolder extends Pick<PlaylistFolder, 'folder' | 'list'> {
  /** Its report's place, absolute, and what changes with its content; absent where there is none that could be ours. */
  readonly report?: { readonly path: string; readonly stamp: string }
}

/** The folders that are known to be a list's, or that one of a playlist's own texts lies in, with their reports. */
export async function* readPlaylistFolders(
  dir: string,
  known?: Pick<Lists, 'all' | 'isRemoved'>,
): AsyncGenerator<PlaylistFolder> {
  for await (const { folder, list, report } of findPlaylistFolders(dir, known))
    yield { folder, list, report: report && (await readFile(report.path, 'utf8')) }
}

/** The same without reading any report. */
export async function* findPlaylistFolders(
  dir: string,
  known?: Pick<Lists, 'all' | 'isRemoved'>,
): AsyncGenerator<FoundFolder> {
  const folders = (await look(dir))?.isDirectory()
    ? await readdir(dir, { withFileTypes: true })
    : []
  const lists = known ?? (await readLists(pathsOf(dir, undefined)))
  const owners = new Map(lists.all().map((list) => [list.folder, list]))
  for (const { name } of folders.filter((each) => each.isDirectory()).toSorted(byName)) {
    if (name.startsWith('.') || lists.isRemoved(name)) continue
    const list = owners.get(name)
    const isPlaylist = list !== undefined || (await hasText(dir, name))
    const path = join(dir, name, 'report.json')
    const found = await look(path)
    if (found?.isFile() && found.size <= MAX_TEXT_BYTES)
      yield { folder: name, list, report: { path, stamp: `${found.size}-${found.mtimeMs}` } }
    else if (found || isPlaylist) yield { folder: name, list }
  }
}

/** The lines of a playlist's own text; undefined for one that is no UTF-8, or longer than any of ours. */
export async function* readTextLines(
  dir: string,
  folder: string,
  name: string,
): AsyncGenerator<string | undefined> {
  const path = join(dir, folder, name)
  if (!(await look(path))?.isFile()) return
  for await (const { text } of readLines(path, MAX_LINE_BYTES)) yield text
}

async function hasText(dir: string, folder: string): Promise<boolean> {
  for (const name of ['playlist.m3u8', 'history.jsonl'])
    if (await look(join(dir, folder, name))) return true
  return false
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name < b.name ? -1 : 1
