import { chooseFromFolders, chooseSingle } from './choose-files.ts'

/** No folder of playlists has more; one that does is something else. */
const MAX_FILES = 20_000
const MAX_DEPTH = 8

export interface DroppedFiles {
  readonly files: readonly File[]
  /** What was dropped has none: its name. */
  readonly nothingIn?: string
}

interface PathFile {
  readonly path: string
  readonly file: () => Promise<File>
}

/** The playlists among what was dropped, folders with all that is in them. Call it within the event. */
export async function readDropped(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Some programs hand over files that are no entries.
  if (entries.length === 0) return { files: [...transfer.files] }
  const single = entries.filter(isFile).map(pathFile)
  const folders = entries.filter(isFolder)
  const within: PathFile[] = []
  for (const folder of folders) await collectFiles(folder, 0, within)
  const chosen = [...chooseSingle(single), ...chooseFromFolders(within)]
  const files = await Promise.all(chosen.map(({ file }) => file()))
  const [folder] = folders
  return files.length === 0 && folder ? { files, nothingIn: folder.name } : { files }
}

/** The playlists of a folder that was chosen in the browser's own window. */
export function readChosen(list: FileList): DroppedFiles {
  const all = [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  const within = all.filter(({ path }) => path.includes('/'))
  const single = all.filter(({ path }) => !path.includes('/'))
  const files = [...chooseSingle(single), ...chooseFromFolders(within)].map(({ file }) => file)
  const folder = within[0]?.path.split('/')[0]
  return files.length === 0 && folder !== undefined ? { files, nothingIn: folder } : { files }
}

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
