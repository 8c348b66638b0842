import { audioExtensions } from '../../../../src/model/audio-kinds.ts'
import { chooseFromFolders, chooseSingle, leaveOutArchives } from './choose-files.ts'

/** No folder of playlists has more; one that does is something else. */
const MAX_FILES = 20_000
const MAX_DEPTH = 8

export interface DroppedFiles {
  readonly files: readonly File[]
  /** Folders in which there is no playlist. */
  readonly empty: readonly EmptyFolder[]
}

export interface EmptyFolder {
  readonly name: string
  readonly hasMusic: boolean
}

interface PathFile {
  readonly path: string
  readonly file: () => Promise<File>
}

/** The playlists among what was dropped, folders with all that is in them. Call it within the event. */
export async function readDropped(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Some programs hand over files that are no entries.
  if (entries.length === 0) return { files: [...transfer.files], empty: [] }
  const single = entries.filter(isFile).map(pathFile)
  const folders = entries.filter(isFolder)
  const all: PathFile[] = []
  for (const folder of folders) await collectFiles(folder, 0, all)
  const within = leaveOutArchives(all)
  const chosen = chooseFromFolders(within)
  const files = await Promise.all([...chooseSingle(single), ...chosen].map(({ file }) => file()))
  return { files, empty: findEmpty(folders, within, chosen) }
}

/** The playlists of a folder that was chosen in the browser's own window. */
export function readChosen(list: FileList): DroppedFiles {
  const all = [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  const within = leaveOutArchives(all.filter(({ path }) => path.includes('/')))
  const single = all.filter(({ path }) => !path.includes('/'))
  const chosen = chooseFromFolders(within)
  const files = [...chooseSingle(single), ...chosen].map(({ file }) => file)
  const folders = [...new Set(within.map(({ path }) => path.split('/', 1)[0] ?? ''))]
  const named = folders.map((name) => ({ name }))
  return { files, empty: findEmpty(named, within, chosen) }
}

interface Named {
  readonly path: string
}

function findEmpty(
  folders: readonly { readonly name: string }[],
  within: readonly Named[],
  chosen: readonly Named[],
): readonly EmptyFolder[] {
  const isIn = (name: string) => (file: Named) => file.path.startsWith(`${name}/`)
  return folders.flatMap(({ name }) =>
    chosen.some(isIn(name)) ? [] : [{ name, hasMusic: within.filter(isIn(name)).some(isAudio) }],
  )
}

const isAudio = ({ path }: Named) =>
  audioExtensions.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase())

async function collectFiles(
  folder: FileSystemDirectoryEntry,
  depth: number,
  found: PathFile[],
): Promise<void> {
  const reader = folder.createReader()
  for (;;) {
    // A reader gives a hundred at a time, and none when it is through.
    const entries = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (entries.length === 0) return
    for (const entry of entries) {
      if (found.length >= MAX_FILES) return
      if (isFile(entry)) found.push(pathFile(entry))
      else if (isFolder(entry) && depth < MAX_DEPTH) await collectFiles(entry, depth + 1, found)
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const pathFile = (entry: FileSystemFileEntry): PathFile => ({
  path: entry.fullPath.replace(/^\//, ''),
  file: () => new Promise((resolve, reject) => entry.file(resolve, reject)),
})
