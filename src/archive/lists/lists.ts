import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { definedOnly } from '../../base/defined.ts'
import { look } from '../../base/inside.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import { refuseForeign } from '../files/foreign.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { appendLine } from '../journal/append.ts'
import { readLines } from '../journal/lines.ts'
import { pathKey } from '../naming/clean.ts'
import { type ListLine, readListLine, writeListLine } from './list-line.ts'
import { ListLog } from './list-log.ts'
import { findUnlisted, readOwners } from './take-over.ts'

export const LISTS = 'lists.jsonl'

const MAX_LINE_BYTES = 1 << 16

/** What is to be kept of a list before its first file or text is written, or what has changed of it. */
export interface ListNews {
  /** Made where there is none. */
  readonly id?: string
  readonly name: string
  /** The user gave the name. */
  readonly named?: true
  readonly uri?: string
}

/**
 * The lists of an archive by their ids, and whose folder is whose: `Mix: 1` and `Mix- 1` must not write over each
 * other, and a folder that was there before us belongs to none. What is added counts at once, and is written
 * before anything is put into the archive.
 */
export class Lists {
  readonly #path: string
  readonly #log: ListLog
  /** Folders that were some list's before this run. */
  readonly #old: ReadonlySet<string>
  #unsaved: ListLine[] = []
  #saving: Promise<void> = Promise.resolve()

  constructor(
    root: string,
    log: ListLog,
    takenOver: readonly ListLine[] = [],
    oldFolders: Iterable<string> = [],
  ) {
    this.#path = join(root, LISTS)
    this.#log = log
    const folders = [...log.list().map(({ folder }) => folder), ...oldFolders]
    this.#old = new Set(folders.map(pathKey))
    for (const line of takenOver) this.#add(line)
  }

  all(): readonly KeptList[] {
    return this.#log.list()
  }

  /** By its id; one without an id by its name. */
  find({ id, name }: Pick<ListNews, 'id' | 'name'>): KeptList | undefined {
    return id === undefined ? this.all().find((list) => list.name === name) : this.#log.find(id)
  }

  ownerOf(folder: string): string | undefined {
    return this.#log.ownerOf(folder)
  }

  wasOurs(folder: string): boolean {
    return this.#old.has(pathKey(folder))
  }

  /** Makes a list known, or what has changed of it. `folder` is for one that has none yet. */
  note({ id = this.#newId(), name, named, uri }: ListNews, folder: string): KeptList {
    const gone = this.#log.findRemoved(id)
    const known = this.#log.find(id) ?? gone
    const isRenamed = known?.name !== name && (named === true || !known?.named)
    const isNamed = named === true && !known?.named
    const line = definedOnly({
      name: isRenamed || isNamed ? name : undefined,
      by: isRenamed || isNamed ? (named ? ('user' as const) : ('input' as const)) : undefined,
      folder: known ? undefined : folder,
      uri: uri === known?.uris[0] ? undefined : uri,
      removed: gone ? false : undefined,
    })
    if (Object.keys(line).length > 0) this.#add({ id, at: new Date().toISOString(), ...line })
    const list = this.#log.find(id)
    if (!list) throw new Error(`The folder is another list’s: ${folder}`)
    return list
  }

  /** In the trash: what lies in its folder is no list's. */
  isRemoved(folder: string): boolean {
    const owner = this.ownerOf(folder)
    return owner !== undefined && this.#log.findRemoved(owner) !== undefined
  }

  /** The list goes to the trash, or comes back. Its folder stays its own. */
  setRemoved(id: string, removed: boolean): void {
    const isThere = removed ? this.#log.find(id) : this.#log.findRemoved(id)
    if (isThere) this.#add({ id, at: new Date().toISOString(), removed })
  }

  setAddresses(id: string, uris: readonly string[]): void {
    const now = this.#log.find(id)?.uris
    if (now && JSON.stringify(now) !== JSON.stringify(uris))
      this.#add({ id, at: new Date().toISOString(), uris })
  }

  /** To be awaited before anything is written into a list’s folder. */
  save(): Promise<void> {
    this.#saving = this.#saving.catch(() => {}).then(() => this.#save())
    return this.#saving
  }

  #add(line: ListLine) {
    this.#log.add(line)
    this.#unsaved.push(line)
  }

  async #save() {
    for (let [line] = this.#unsaved; line; [line] = this.#unsaved) {
      await appendLine(this.#path, writeListLine(line))
      this.#unsaved = this.#unsaved.slice(1)
    }
  }

  #newId(): string {
    for (;;) {
      const id = newListId()
      if (!this.#log.has(id)) return id
    }
  }
}

/** Short enough to be typed. */
export const newListId = () => randomUUID().slice(0, 8)

/** UserError where a folder that is no archive yet has such a file of somebody else's. */
export async function refuseForeignLists({ root, signal }: ArchivePaths): Promise<void> {
  const log = await readListLog(root, signal)
  const path = join(root, LISTS)
  if (log.list().length === 0 && (await look(path))?.size) throw refuseForeign(path)
}

/** What `lists.jsonl` says; lines that are damaged, or not Songkeep's, are ignored and stay where they are. */
async function readListLog(root: string, signal?: AbortSignal): Promise<ListLog> {
  const log = new ListLog()
  const path = join(root, LISTS)
  const found = await look(path)
  if (!found) return log
  if (!found.isFile()) throw refuseForeign(path)
  for await (const { text } of readLines(path, MAX_LINE_BYTES, signal)) {
    const line = text === undefined ? undefined : readListLine(text)
    if (line) log.add(line)
  }
  return log
}

/** And the lists that no line names yet. Writes nothing. */
export async function readLists({ root, state, signal }: ArchivePaths): Promise<Lists> {
  const log = await readListLog(root, signal)
  const owners = await readOwners(state)
  return new Lists(root, log, await findUnlisted(root, owners, log), owners.keys())
}
