import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { copyHashed } from '../../base/copy-file.ts'
import { moveInto } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { locateBelow, look } from '../../base/inside.ts'
import { audioExtensions } from '../../model/audio-kinds.ts'
import { requireArchive } from '../decisions/decisions.ts'
import { makeFolder, refuseLink } from '../files/inside.ts'
import { pathsOf, STATE_FOLDER } from '../files/paths.ts'
import { cleanName, cleanText } from '../naming/clean.ts'

/** In `.songkeep/`: files that the user gave for single tracks, each in a folder that its digest names. */
export const GIVEN_FOLDER = 'given'

const ID = /^([0-9a-f]{64})\/([^/\\\0]{1,250})$/

/** A file of the user's that was given for a track: as it lies in the archive. */
export interface GivenFile {
  /** `<sha256>/<name>`: names its content, so that a decision never means another file. */
  readonly id: string
  /** Absolute. */
  readonly path: string
}

/**
 * Copies a file of the user's into the archive, where it stays as it was given. Whoever calls it has made sure that the
 * user may read `source`. Given again, it is the same file. UserError where `dir` is no archive.
 * @param name what it is called; cleaned here
 */
export async function takeGiven(
  dir: string,
  source: string,
  name: string,
  signal: AbortSignal,
): Promise<GivenFile> {
  await requireArchive(dir)
  const { state } = pathsOf(dir, signal)
  const given = join(state, GIVEN_FOLDER)
  await makeFolder(state)
  await makeFolder(given)
  const temporary = join(given, `.${randomUUID()}.part`)
  try {
    const sha256 = await copyHashed(source, temporary, signal)
    await makeFolder(join(given, sha256))
    const id = `${sha256}/${cleanFileName(name)}`
    const path = join(given, id)
    if (!(await look(path))) await moveInto(temporary, path)
    return { id, path }
  } finally {
    await rm(temporary, { force: true })
  }
}

/**
 * Where a given file lies; undefined for what is no id of one, is no audio file by its name, is reached by a link or
 * has other bytes than its id says. An archive may be anybody's: nothing outside of it is ever named by an id.
 */
export async function locateGiven(
  dir: string,
  id: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { sha256, names } = readGivenId(id) ?? {}
  if (sha256 === undefined || names === undefined) return undefined
  const path = await locateBelow(dir, names, refuseLink).catch(() => undefined)
  const found = path === undefined ? undefined : await look(path)
  if (path === undefined || !found?.isFile()) return undefined
  const sum = await hashFile(path, { noFollow: true, signal })
  return sum.sha256 === sha256 ? path : undefined
}

/** What an id says: the digest, and the names that lead to the file below an archive's folder. Undefined for any other text. */
export function readGivenId(
  id: string,
): { readonly sha256: string; readonly names: readonly string[] } | undefined {
  const [, sha256, name = ''] = ID.exec(id) ?? []
  if (sha256 === undefined || !isAudioName(name)) return undefined
  return { sha256, names: [STATE_FOLDER, GIVEN_FOLDER, sha256, name] }
}

function cleanFileName(name: string): string {
  const ending = extname(name)
  return cleanName(cleanText(basename(name, ending)), 180) + ending.toLowerCase()
}

export const isAudioName = (name: string): boolean =>
  audioExtensions.has(extname(name).slice(1).toLowerCase())

/** What nobody has decided for since is looked at again after a day, and removed. */
const FORGET_AFTER_MS = 24 * 60 * 60_000

/** Removes given files that no decision needs: they were tried, and not taken. The user has them still. */
export async function sweepGiven(
  dir: string,
  needed: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const given = join(pathsOf(dir, undefined).state, GIVEN_FOLDER)
  if (!(await look(given))?.isDirectory()) return
  for (const folder of await readdir(given)) {
    if (!/^[0-9a-f]{64}$/.test(folder) || !(await look(join(given, folder)))?.isDirectory())
      continue
    const names = await readdir(join(given, folder))
    if (names.some((name) => needed.has(`${folder}/${name}`))) continue
    const { mtimeMs } = await stat(join(given, folder))
    if (now - mtimeMs > FORGET_AFTER_MS) await rm(join(given, folder), { recursive: true })
  }
}
