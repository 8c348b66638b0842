import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { ArchiveInfo, UsualFolders } from '../../api/contract.ts'
import type { Environment } from '../environment.ts'
import type { AllowedFolders } from './allowed-folders.ts'
import { countMusic, type MusicCount } from './count-music.ts'

/** What the folder for music is called: by systems in the languages of their users. */
const NAMES = [
  ...['Music', 'Musik', 'Musique', 'Música', 'Musica', 'Muziek', 'Muzyka', 'Musiikki', 'Zene'],
  ...['Hudba', 'Glazba', 'Glasba', 'Müzik', 'Muzică', 'Μουσική', 'Музыка', 'Музика', 'My Music'],
  ...['音乐', '音樂', 'ミュージック', '음악', 'My Documents/My Music', 'OneDrive/Music'],
]

/** The folder that backups go into, where nothing else is said. */
const ARCHIVE = 'Songkeep'

/** Where music lies on this machine, and where a backup could go: within what may be named, and never both the same. */
export async function findUsualFolders(
  { musicDir, userDirsFile }: Pick<Environment, 'musicDir' | 'userDirsFile'>,
  allowed: AllowedFolders,
  archives: readonly Pick<ArchiveInfo, 'dir' | 'present'>[],
): Promise<UsualFolders> {
  const tops = [homedir(), ...(await allowed.listTops())]
  const named = [musicDir, await readUserDirs(userDirsFile)].flatMap((path) => path ?? [])
  const below = tops.flatMap((top) => NAMES.map((name) => join(top, name)))
  const given = tops.filter((top) => NAMES.some((name) => basename(name) === basename(top)))
  const music = await chooseMusic([...named, ...below, ...given], allowed)
  const known = archives.findLast(({ present }) => present)?.dir
  const places = [known, ...[music?.path, ...tops].map((path) => path && join(path, ARCHIVE))]
  return { music, into: await chooseInto(places, allowed) }
}

/** The first that holds music, else the first that is there. */
async function chooseMusic(
  paths: readonly string[],
  allowed: AllowedFolders,
): Promise<({ readonly path: string } & MusicCount) | undefined> {
  let empty: ({ readonly path: string } & MusicCount) | undefined
  for (const wanted of new Set(paths)) {
    const path = await allowed.confine(wanted).catch(() => undefined)
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
    if (path === undefined || !found?.isDirectory()) continue
    const counted = { path, ...(await countMusic(path)) }
    if (counted.files > 0) return counted
    empty ??= counted
  }
  return empty
}

async function chooseInto(
  paths: readonly (string | undefined)[],
  allowed: AllowedFolders,
): Promise<string | undefined> {
  for (const wanted of paths) {
    if (wanted === undefined) continue
    const path = await allowed.confine(wanted).catch(() => undefined)
    if (path !== undefined && (await canWrite(path))) return path
  }
  return undefined
}

/** Whether it could be made, or written to where it is there. */
async function canWrite(path: string): Promise<boolean> {
  const isThere = (await stat(path).catch(() => undefined)) !== undefined
  if (!isThere) return path !== dirname(path) && canWrite(dirname(path))
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** `XDG_MUSIC_DIR` of https://www.freedesktop.org/wiki/Software/xdg-user-dirs/: below the home folder, or absolute. */
async function readUserDirs(file: string | undefined): Promise<string | undefined> {
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '')
  const [, value] = /^\s*XDG_MUSIC_DIR="((?:\$HOME\/|\/)[^"\n]*)"/m.exec(text) ?? []
  const path = value?.replace(/^\$HOME(?=\/)/, homedir()).replaceAll(/\\(.)/g, '$1')
  // The home folder itself stands for none.
  return path?.replace(/\/+$/, '') === homedir() ? undefined : path
}
