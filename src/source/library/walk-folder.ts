import { readdir, realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { codeOf } from '../../base/file.ts'
import { audioExtensions } from '../../model/audio-kinds.ts'
import { type Reason, reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { countKind, extensionOf, isSheet, isTold } from './left-out.ts'
import { FileStats } from './stat-files.ts'

/** An audio file as the file system describes it. */
export interface FoundFile {
  /** Absolute, with links resolved. */
  readonly path: string
  /** The folder of the user's that it was found through, links resolved. */
  readonly root: string
  readonly size: number
  readonly mtimeNs: bigint
}

/** A file or folder that could not be read, and why, in words for the user. */
export interface Unreadable {
  readonly path: string
  readonly reason: Reason
}

export interface Walk {
  /** Sorted by path; each file once, however many ways lead to it. */
  readonly files: readonly FoundFile[]
  /** Cue sheets, likewise. */
  readonly sheets: readonly FoundFile[]
  /** How many files of kinds that are not looked into, by the ending of their names without the dot. */
  readonly leftOut: ReadonlyMap<string, number>
  readonly unreadable: readonly Unreadable[]
  /** The folders that were given, links resolved. */
  readonly roots: readonly string[]
  /** By which other paths the folders and files are reached. */
  readonly links: readonly { readonly from: string; readonly to: string }[]
}

export interface WalkOptions {
  /** Folders left out, unless a folder that is walked is one of them or lies in it. */
  readonly exclude: readonly string[]
  readonly signal: AbortSignal
  readonly onFound: (files: number) => void
}

/** `.Trash`, `._song.mp3`; but `...And Justice for All` and `.38 Special` are names. */
const hidden = /^\.[\p{L}_@]/u

/** What systems, indexers and network disks leave beside the music. */
const systemFolders = new Set([
  '$recycle.bin',
  'system volume information',
  'lost+found',
  '__macosx',
  '@eadir',
  '#recycle',
  '#snapshot',
])

/** Folders that are read at once. */
const FOLDERS_AT_ONCE = 16

/**
 * Finds the audio files below folders, several at a time. Hidden and system folders are passed over,
 * links are followed once. A folder given that is not there is a UserError; one met on the way that
 * cannot be read is reported, and the walk goes on.
 */
export async function walkFolders(folders: readonly string[], options: WalkOptions): Promise<Walk> {
  const roots = await Promise.all(folders.map(resolveRoot))
  const walk = new FolderWalk(options, await Promise.all(options.exclude.map(resolveLoosely)))
  // One after the other, so that a file that two of them lead to belongs to the first on every run.
  for (const root of roots) await walk.enter(root)
  const given = folders.map((folder, at) => ({ from: resolve(folder), to: roots[at] ?? folder }))
  return {
    files: sortByPath(walk.files),
    sheets: sortByPath(walk.sheets),
    leftOut: walk.leftOut,
    unreadable: walk.unreadable,
    roots,
    links: [...given.filter(({ from, to }) => from !== to), ...walk.links],
  }
}

const sortByPath = (files: ReadonlyMap<string, FoundFile>) =>
  [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))

class FolderWalk {
  readonly files = new Map<string, FoundFile>()
  readonly sheets = new Map<string, FoundFile>()
  readonly leftOut = new Map<string, number>()
  readonly unreadable: Unreadable[] = []
  readonly links: { readonly from: string; readonly to: string }[] = []
  readonly #visited = new Set<string>()
  readonly #stats = new FileStats()
  readonly #options: WalkOptions
  readonly #exclude: readonly string[]
  #excludeHere: readonly string[] = []

  constructor(options: WalkOptions, exclude: readonly string[]) {
    this.#options = options
    this.#exclude = exclude
  }

  async enter(root: string): Promise<void> {
    this.#excludeHere = this.#exclude.filter((folder) => !isWithin(root, folder))
    let level = this.#visited.has(root) ? [] : [root]
    this.#visited.add(root)
    while (level.length > 0) {
      const next: string[] = []
      const folders = level.values()
      const work = async () => {
        for (const folder of folders) await this.#list(folder, root, next)
      }
      await Promise.all(Array.from({ length: FOLDERS_AT_ONCE }, work))
      level = next
    }
    this.#options.signal.throwIfAborted()
  }

  /** Takes note of a folder's files, and of the folders to enter next. */
  async #list(folder: string, root: string, next: string[]): Promise<void> {
    this.#options.signal.throwIfAborted()
    let entries: Awaited<ReturnType<typeof readFolder>>
    try {
      entries = await readFolder(folder)
    } catch (error) {
      this.unreadable.push({ path: folder, reason: explainFileError(error) })
      return
    }
    const met: string[] = []
    const above = folder.endsWith(sep) ? folder : folder + sep
    for (const entry of entries) {
      const { name } = entry
      if (name.startsWith('.') && hidden.test(name)) continue
      if (entry.isDirectory()) this.#meetFolder(above + name, name, next)
      else if (entry.isSymbolicLink()) await this.#followLink(above + name, root, next)
      else if (entry.isFile() && this.#isWanted(above + name)) met.push(above + name)
    }
    await this.#meetFiles(met, root)
    this.#options.onFound(this.files.size)
  }

  #meetFolder(path: string, name: string, next: string[]): void {
    if (systemFolders.has(name.toLowerCase()) || this.#isExcluded(path)) return
    if (this.#visited.has(path)) return
    this.#visited.add(path)
    next.push(path)
  }

  async #followLink(path: string, root: string, next: string[]): Promise<void> {
    try {
      const target = await realpath(path)
      const facts = await stat(target)
      this.links.push({ from: path, to: target })
      if (facts.isDirectory()) this.#meetFolder(target, path.slice(path.lastIndexOf(sep) + 1), next)
      else if (facts.isFile() && this.#isWanted(target)) await this.#meetFiles([target], root)
    } catch (error) {
      if (isAudio(extensionOf(path)))
        this.unreadable.push({ path, reason: explainFileError(error) })
    }
  }

  /** Whether it is read; another kind of file is counted. */
  #isWanted(path: string): boolean {
    const extension = extensionOf(path)
    if (isAudio(extension) || isSheet(path)) return true
    if (isTold(extension)) countKind(path, this.leftOut)
    return false
  }

  async #meetFiles(paths: readonly string[], root: string): Promise<void> {
    const news = paths.filter((path) => !this.files.has(path) && !this.#isExcluded(path))
    await this.#stats.take(news, (path, found) => {
      if (found instanceof Error) this.unreadable.push({ path, reason: explainFileError(found) })
      else {
        const files = isSheet(path) ? this.sheets : this.files
        files.set(path, { path, root, size: Number(found.size), mtimeNs: found.mtimeNs })
      }
    })
  }

  #isExcluded(path: string): boolean {
    return this.#excludeHere.some((folder) => isWithin(path, folder))
  }
}

const isWithin = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

const readFolder = (folder: string) => readdir(folder, { withFileTypes: true })

const isAudio = (extension: string) => audioExtensions.has(extension)

async function resolveRoot(folder: string): Promise<string> {
  try {
    const root = await realpath(resolve(folder))
    if ((await stat(root)).isDirectory()) {
      await readdir(root)
      return root
    }
  } catch (error) {
    const why = isMissing(error)
      ? reason('source.folder-missing', { folder })
      : reason('source.folder-unreadable', { folder, why: explainFileError(error) })
    throw new UserError(why, reason('source.check-folder'), { cause: error })
  }
  throw new UserError(reason('source.folder-is-file', { folder }), reason('source.name-its-folder'))
}

const isMissing = (error: unknown) => codeOf(error) === 'ENOENT'

async function resolveLoosely(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder))
}

/** Says what went wrong with a file or folder, without the system's abbreviations. */
export function explainFileError(error: unknown): Reason {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
      return reason('source.file-missing')
    case 'EACCES':
    case 'EPERM':
      return reason('source.file-forbidden')
    case 'ELOOP':
      return reason('source.file-links-circular')
    case 'ENAMETOOLONG':
      return reason('source.file-path-too-long')
    case 'EIO':
      return reason('source.file-on-bad-disk')
    default:
      return reasonOf(error)
  }
}
