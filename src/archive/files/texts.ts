import { constants } from 'node:fs'
import { copyFile, open, readFile, rm, writeFile } from 'node:fs/promises'
import { moveInto, writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { Lists } from '../lists/lists.ts'
import { locate, makeRoom, setAside } from './inside.ts'
import { type ArchivePaths, MAX_TEXT_BYTES, newTemporary } from './paths.ts'

/** A playlist's own texts. Each write is whole or not done at all. */
export class Texts {
  readonly #paths: ArchivePaths
  readonly #lists: Lists
  /** Written in this run. */
  readonly #written = new Set<string>()

  constructor(paths: ArchivePaths, lists: Lists) {
    this.#paths = paths
    this.#lists = lists
  }

  read(folder: string, name: string): Promise<string | undefined> {
    return readTextOf(this.#paths.root, folder, name)
  }

  async write(folder: string, name: string, text: string): Promise<string> {
    const path = pathOf(folder, name)
    const place = await this.#makeRoom(path)
    const found = await look(place)
    const isOurs = this.#written.has(path) || this.#lists.wasOurs(folder)
    if (isOurs && found?.isFile() && (await holds(place, found.size, text))) return path
    if (found && !(isOurs && found.isFile())) await setAside(place, this.#paths.state)
    await writeAtomic(place, text, newTemporary(this.#paths))
    this.#written.add(path)
    return path
  }

  /** What the file holds already stays, whoever wrote it, to the byte. */
  async append(folder: string, name: string, line: string): Promise<string> {
    const path = pathOf(folder, name)
    const place = await this.#makeRoom(path)
    const found = await look(place)
    if (found && !found.isFile()) await setAside(place, this.#paths.state)
    const temporary = newTemporary(this.#paths)
    try {
      if (found?.isFile()) await copyWithLine(place, temporary, line)
      else await writeFile(temporary, line, { flag: 'wx' })
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await moveInto(temporary, place)
    return path
  }

  /** Undefined, and nothing written, where the name is taken. */
  async add(folder: string, name: string, bytes: Uint8Array): Promise<string | undefined> {
    const path = pathOf(folder, name)
    const place = await this.#makeRoom(path)
    if (await look(place)) return undefined
    await writeAtomic(place, bytes, newTemporary(this.#paths))
    return path
  }

  async #makeRoom(path: string): Promise<string> {
    await this.#lists.save()
    return await makeRoom(this.#paths.root, path)
  }
}

/** One of a playlist's own texts; undefined where there is none that could be ours. */
export async function readTextOf(
  root: string,
  folder: string,
  name: string,
): Promise<string | undefined> {
  const place = await locate(root, pathOf(folder, name))
  if (place === undefined) return undefined
  const found = await look(place)
  if (!found?.isFile() || found.size > MAX_TEXT_BYTES) return undefined
  return await readFile(place, 'utf8')
}

/** Then it need not be written again. */
const holds = async (place: string, size: number, text: string) =>
  size === Buffer.byteLength(text) && (await readFile(place, 'utf8')) === text

async function copyWithLine(from: string, to: string, line: string) {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  await using file = await open(to, 'r+')
  const { size } = await file.stat()
  const last = Buffer.alloc(1)
  if (size > 0) await file.read(last, 0, 1, size - 1)
  // A last line that was cut off must not swallow this one.
  const isCut = size > 0 && last.toString() !== '\n'
  await file.write(isCut ? `\n${line}` : line, size)
}

function pathOf(folder: string, name: string): string {
  if (name.includes('/')) throw new Error(`Not a file's name: ${JSON.stringify(name)}`)
  return `${folder}/${name}`
}
