import { type Dirent, existsSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { FolderInfo } from '../../api/contract.ts'
import { isAudioName } from '../../archive/given/given-files.ts'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { MANIFEST_FILE } from '../../catalogue/format/manifest.ts'
import { type Reason, reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isBucketName, wholeName } from '../archives/bucket/named.ts'
import { isAddress } from '../catalogues/published/address.ts'

/** Folders, and files, listed of one: nobody scrolls through more. */
const MAX_FOLDERS = 2_000

/** The user's own folder, and where other disks are found. */
export function listDefaultFolders(): readonly string[] {
  const disks =
    process.platform === 'win32'
      ? [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`)
      : ['/media', '/run/media', '/mnt', '/Volumes']
  return [homedir(), ...disks.filter((path) => existsSync(path))]
}

interface Confined {
  /** An account's: what leads out is refused by its name alone: nobody learns what is there by the time that it takes. */
  readonly isBlind?: boolean
  /** Catalogues that lie outside and may be named all the same. */
  readonly listCatalogues?: () => Promise<readonly string[]>
  /** Buckets that archives of this machine lie in already. */
  readonly listBuckets?: () => Promise<readonly string[]>
}

/** The folders of this machine that the page may name: these and what lies below them, links resolved. */
export class AllowedFolders {
  readonly #roots: readonly string[]
  readonly #buckets: readonly string[]
  readonly #findFetched: ((address: string) => Promise<string>) | undefined

  readonly #confined: Confined

  /** `findFetched`: where a catalogue lies that was fetched here; throws where none was. */
  constructor(
    roots: readonly string[],
    findFetched?: (address: string) => Promise<string>,
    confined: Confined = {},
  ) {
    this.#roots = roots.filter((root) => !isBucketName(root)).map((root) => resolve(root))
    this.#buckets = roots.filter(isBucketName).map(wholeName)
    this.#findFetched = findFetched
    this.#confined = confined
  }

  /** The same path, absolute. UserError where it leads out, by itself or by a link; it need not exist. */
  async confine(path: string): Promise<string> {
    if (isBucketName(path)) return await this.#confineBucket(path)
    if (!isAbsolute(path) || path.includes('\0'))
      throw new UserError(reason('app.no-whole-path', { path }), reason('app.choose-from-list'))
    const outside = new UserError(reason('app.folder-outside', { path }), this.#advice())
    if (this.#confined.isBlind && !(await this.#isNamedBelow(resolve(path)))) throw outside
    const real = await resolveLinks(resolve(path))
    for (const root of this.#roots) if (isBelow(real, await resolveLinks(root))) return real
    throw outside
  }

  /** An account’s owner did not start this server, and could not open another folder. */
  #advice(): Reason {
    return reason(this.#confined.isBlind ? 'app.ask-for-folder' : 'app.open-folder')
  }

  /** A bucket that was named to the server, or that an archive of its own lies in. */
  async #confineBucket(path: string): Promise<string> {
    const name = wholeName(path)
    const known = [...this.#buckets, ...((await this.#confined.listBuckets?.()) ?? [])]
    if (known.includes(name)) return name
    throw new UserError(reason('app.folder-outside', { path }), this.#advice())
  }

  async #isNamedBelow(path: string): Promise<boolean> {
    return [...this.#roots, ...(await this.listTops())].some((root) => isBelow(path, root))
  }

  /**
   * The same for a catalogue, which may be named by an address too, where whoever keeps this machine has fetched it. No
   * page makes the server ask one that they have not.
   */
  async confineCatalogue(named: string): Promise<string> {
    if (await this.isSettled(named)) return named
    if (!isAddress(named) || !this.#findFetched) return await this.confine(named)
    await this.#findFetched(named)
    return named
  }

  /** The folder of a catalogue that may be named. */
  async findCatalogue(named: string): Promise<string> {
    if (await this.isSettled(named)) return named
    return isAddress(named) && this.#findFetched
      ? await this.#findFetched(named)
      : await this.confine(named)
  }

  /** Whether it is a catalogue that the machine has settled on, for all of its accounts. */
  async isSettled(named: string): Promise<boolean> {
    return (await this.#confined.listCatalogues?.())?.includes(named) === true
  }

  /** The tops, links resolved: all that may be named lies below them. */
  listTops(): Promise<readonly string[]> {
    return Promise.all(this.#roots.map(resolveLinks))
  }

  /** `withAudio`: its audio files too. */
  async list(path: string | undefined, withAudio = false): Promise<FolderInfo> {
    if (path === undefined && this.#roots.length !== 1) return this.#listRoots()
    const folder = await this.confine(path ?? this.#roots[0] ?? '/')
    const isTop = (await this.listTops()).includes(folder)
    return {
      path: folder,
      parent: isTop ? (this.#roots.length > 1 ? '' : undefined) : dirname(folder),
      ...(await listFolder(folder, withAudio)),
      isArchive: await exists(join(folder, INVENTORY)),
      isCatalogue: await exists(join(folder, MANIFEST_FILE)),
    }
  }

  #listRoots(): FolderInfo {
    const folders = this.#roots.map((path) => ({ name: path, path }))
    return { path: '', folders, isArchive: false, isCatalogue: false }
  }
}

async function listFolder(
  folder: string,
  withAudio: boolean,
): Promise<Pick<FolderInfo, 'folders' | 'files'>> {
  const found = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    const why = reason('app.folder-not-opened', { cause: reasonOf(cause) })
    throw new UserError(why, undefined, { cause })
  })
  const shown = found.filter(({ name }) => !name.startsWith('.'))
  const list = (all: readonly Dirent[]) =>
    all
      .map(({ name }) => ({ name, path: join(folder, name) }))
      .toSorted((a, b) => collator.compare(a.name, b.name))
      .slice(0, MAX_FOLDERS)
  const files = withAudio
    ? list(shown.filter((each) => each.isFile() && isAudioName(each.name)))
    : undefined
  return { folders: list(shown.filter((each) => each.isDirectory())), files }
}

/** As much of the path as there is, its links resolved; the rest as it stands. */
async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await resolveLinks(parent), path.slice(parent.length))
  }
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

const exists = async (path: string) => (await stat(path).catch(() => undefined)) !== undefined
const collator = new Intl.Collator('en', { numeric: true })
