import { join } from 'node:path'
import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { DirectoryCache } from '../files/directory-cache.ts'
import { refuseLink } from '../files/inside.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { stemOf } from '../inventory/line-keys.ts'
import type { ListNews, Lists } from '../lists/lists.ts'
import { cleanName, cleanText, cutText, pathKey } from './clean.ts'
import { fieldValues, renderName } from './render-name.ts'
import type { Template } from './template.ts'

/** Longest name of a playlist's folder: it must leave room for the file's. */
const MAX_FOLDER_UNITS = 100
const MAX_FOLDER_BYTES = 200

/** Parity lies in it; no list and no artist gets it. */
const PARITY_FOLDER = 'parity'

/** Gives names: the same ones for the same archive, playlist and order of calls. */
export class Planner {
  readonly #root: string
  readonly #template: Template
  readonly #inventory: Inventory
  readonly #lists: Lists
  readonly #directories: DirectoryCache
  /** Folders that hold archived files, to tell ours from others. */
  readonly #ours: ReadonlySet<string>
  readonly #reserved = new Map<string, string>()
  readonly #byEntry = new Map<string, string>()
  /** From which number on a name may still be free. */
  readonly #nextNumber = new Map<string, number>()

  constructor(root: string, template: Template, inventory: Inventory, lists: Lists) {
    this.#root = root
    this.#template = template
    this.#inventory = inventory
    this.#lists = lists
    this.#directories = new DirectoryCache(root)
    this.#ours = inventory.topFolders()
  }

  get separatesAlbums(): boolean {
    const folders = this.#template.slice(0, -1).flat()
    return folders.some((part) => part.kind === 'field' && part.name === 'album')
  }

  /** Makes a list known by its id, or what has changed of it; a new one gets a folder of its own. */
  noteList(news: ListNews): KeptList {
    const known = this.#lists.find(news)
    return this.#lists.note(
      { ...news, id: known?.id ?? news.id },
      known?.folder ?? this.#newFolder(news.name),
    )
  }

  /** The folder of a playlist's own texts, and of its files unless the template says otherwise. */
  folderOf(playlist: Pick<Playlist, 'id' | 'name'>): string {
    const { folder } = this.#lists.find(playlist) ?? this.noteList(playlist)
    return this.#spelling('', folder)
  }

  #newFolder(name: string): string {
    const wanted = cleanName(
      cutText(cleanText(name) || 'Playlist', MAX_FOLDER_UNITS),
      MAX_FOLDER_BYTES,
    )
    for (let count = 1; ; count++) {
      const folder = numbered(wanted, count)
      if (this.#lists.ownerOf(folder) !== undefined || !this.#isFree(folder)) continue
      this.#directories.add('', folder)
      return folder
    }
  }

  #isFree(folder: string): boolean {
    if (this.#isKeptFree('', folder)) return false
    const found = this.#directories.find('', folder)
    if (!found) return true
    if (found.kind === 'link') throw refuseLink(join(this.#root, found.name))
    if (found.kind === 'file' || found.name !== folder) return false
    return this.#ours.has(folder) || this.#directories.isEmpty(folder)
  }

  /**
   * Reserves a path, without its ending. Asked again for the same entry it gives the former one back
   * first. `isBroken` tells of archived files that are damaged or gone: their tracks get their old names.
   */
  plan(
    playlist: Playlist,
    position: number,
    track: Track,
    recording: Recording,
    isBroken: (path: string) => boolean,
  ): string {
    const folder = this.folderOf(playlist)
    const entry = JSON.stringify([folder, position])
    if (this.#reserved.delete(this.#byEntry.get(entry) ?? '')) this.#nextNumber.clear()
    const old = this.#inventory
      .forTrack(track)
      .map(({ path }) => path)
      .find((path) => isBroken(path) && !this.#reserved.has(pathKey(stemOf(path))))
    const count = playlist.entries.length
    const values = fieldValues({ track, recording, position, count, folder })
    const stem = old ? stemOf(old) : this.#firstFree(renderName(this.#template, values))
    this.#reserved.set(pathKey(stem), stem)
    this.#byEntry.set(entry, pathKey(stem))
    return stem
  }

  isReserved(stem: string): boolean {
    return this.#reserved.get(pathKey(stem)) === stem
  }

  #firstFree(wanted: string): string {
    const names = wanted.split('/')
    const name = names.pop() ?? ''
    const folder = names.reduce((parent, child) => this.#makeFolder(parent, child), '')
    const key = pathKey(inside(folder, name))
    for (let count = this.#nextNumber.get(key) ?? 1; ; count++) {
      const stem = inside(folder, numbered(name, count))
      const isTaken =
        this.#reserved.has(pathKey(stem)) ||
        this.#inventory.at(`${stem}.`) !== undefined ||
        this.#directories.isTaken(folder, numbered(name, count))
      if (isTaken) continue
      this.#nextNumber.set(key, count + 1)
      return stem
    }
  }

  /** The folder as it is spelt already, or another where a file has its name. */
  #makeFolder(parent: string, name: string): string {
    for (let count = 1; ; count++) {
      const wanted = numbered(name, count)
      const found = this.#directories.find(parent, wanted)
      if (found?.kind === 'link') throw refuseLink(join(this.#root, parent, found.name))
      if (found?.kind === 'file' || this.#isKeptFree(parent, wanted)) continue
      if (!found) this.#directories.add(parent, wanted)
      return inside(parent, found?.name ?? wanted)
    }
  }

  /** The archive's top folder for parity, where no music was put into a folder of that name by an earlier version. */
  #isKeptFree(parent: string, name: string): boolean {
    return parent === '' && pathKey(name) === PARITY_FOLDER && !this.#ours.has(name)
  }

  #spelling(parent: string, name: string): string {
    return this.#directories.find(parent, name)?.name ?? name
  }
}

const numbered = (name: string, count: number) => (count === 1 ? name : `${name} (${count})`)
const inside = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`)
