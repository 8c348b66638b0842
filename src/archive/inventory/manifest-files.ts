import { constants } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { setAside } from '../files/inside.ts'
import { isOwnFile, noteOwnFile } from '../files/own-files.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import type { Inventory } from './inventory.ts'
import {
  MANIFEST,
  MANIFEST_SHA512,
  type ManifestDigest,
  manifests,
  writeManifest,
} from './manifest.ts'

export type ManifestSizes = ReadonlyMap<ManifestDigest, number>

const digests = ['sha256', 'sha512'] as const

/** The manifests on the disk. They are sorted where they were written as a whole. */
export class Manifests {
  readonly #inventory: Inventory
  readonly #paths: ArchivePaths

  constructor(inventory: Inventory, paths: ArchivePaths) {
    this.#inventory = inventory
    this.#paths = paths
  }

  async rewrite(): Promise<void> {
    const all = this.#inventory.all()
    const sizes = new Map<ManifestDigest, number>()
    for (const digest of digests) {
      const text = [...writeManifest(all, digest)].join('')
      await (digest === 'sha256'
        ? replace(join(this.#paths.root, MANIFEST), text, this.#paths)
        : writeSecondManifest(text, this.#paths))
      sizes.set(digest, Buffer.byteLength(text))
    }
    sizesOf.set(this.#inventory, sizes)
  }

  /** Adds lines to manifests that have all others; where one is not as it was left, both are written anew. */
  async add(files: readonly ArchivedFile[]): Promise<void> {
    const before = (await this.areThere(files)) ? sizesOf.get(this.#inventory) : undefined
    if (!before || [...before.values()].includes(0)) return await this.rewrite()
    const sizes = new Map(before)
    for (const digest of digests) {
      const text = Buffer.from([...writeManifest(files, digest)].join(''))
      await append(join(this.#paths.root, manifests[digest].name), text)
      sizes.set(digest, (before.get(digest) ?? 0) + text.length)
    }
    sizesOf.set(this.#inventory, sizes)
  }

  /** True where both have the size that they have with the lines of all files but these. */
  async areThere(without: readonly ArchivedFile[] = []): Promise<boolean> {
    const sizes = sizesOf.get(this.#inventory) ?? this.#measure(without)
    sizesOf.set(this.#inventory, sizes)
    for (const digest of digests) {
      const found = await look(join(this.#paths.root, manifests[digest].name))
      const wanted = sizes.get(digest)
      if (found ? !found.isFile() || found.size !== wanted : wanted !== 0) return false
    }
    return sizes.get('sha512') === 0 || (await isOwnFile(MANIFEST_SHA512, this.#paths))
  }

  /** What both have, as they were left; undefined where nobody has looked yet. */
  get sizes(): ManifestSizes | undefined {
    return sizesOf.get(this.#inventory)
  }

  /** Takes the sizes from an index of the inventory: to measure them, all lines would have to be read. */
  set sizes(sizes: ManifestSizes) {
    sizesOf.set(this.#inventory, sizes)
  }

  #measure(without: readonly ArchivedFile[]): ManifestSizes {
    const left = new Set(without)
    const files = this.#inventory.all().filter((file) => !left.has(file))
    return new Map(digests.map((digest) => [digest, measure(files, digest)]))
  }
}

/** As they were left: to measure them takes as long as they are. */
const sizesOf = new WeakMap<Inventory, ManifestSizes>()

function measure(files: readonly ArchivedFile[], digest: ManifestDigest): number {
  let bytes = 0
  for (const line of writeManifest(files, digest)) bytes += Buffer.byteLength(line)
  return bytes
}

/** Archives of earlier versions have none: what lies under its name there is somebody else's, and is moved away. */
async function writeSecondManifest(text: string, paths: ArchivePaths) {
  const place = join(paths.root, MANIFEST_SHA512)
  const isOwn = (await isOwnFile(MANIFEST_SHA512, paths)) || (await hasOnlyLinesOf(text, place))
  if (text === '') {
    if (isOwn) await rm(place, { force: true })
    return
  }
  if (!isOwn && (await look(place))) await setAside(place, paths.state)
  await noteOwnFile(MANIFEST_SHA512, paths)
  await replace(place, text, paths)
}

/** Where the record of own files is lost: a manifest that says nothing but what ours does can be replaced by it. */
async function hasOnlyLinesOf(text: string, place: string): Promise<boolean> {
  const found = await look(place)
  if (!found?.isFile() || found.size === 0 || found.size > Buffer.byteLength(text)) return false
  const lines = new Set(text.split('\n'))
  return (await readFile(place, 'utf8')).split('\n').every((line) => lines.has(line))
}

/** A file that holds the text already is left as it is. */
async function replace(place: string, text: string, paths: ArchivePaths) {
  const found = await look(place)
  const isSame = found?.isFile() && found.size === Buffer.byteLength(text)
  if (isSame && (await readFile(place, 'utf8')) === text) return
  await writeAtomic(place, text, newTemporary(paths))
}

async function append(place: string, bytes: Uint8Array) {
  const flags = constants.O_APPEND | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)
  await using file = await open(place, flags)
  await file.writeFile(bytes)
  await file.datasync()
}
