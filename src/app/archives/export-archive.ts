import { lstat, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import { writers } from '../../report/playlists/all.ts'
import type { ExportedPlaylist, PlaylistWriter } from '../../report/playlists/writer.ts'
import { en } from '../../words/en/index.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { listNames, missingPlaylist } from './missing-playlist.ts'
import { readOutgoing } from './read-outgoing.ts'
import { requireArchive } from './require-archive.ts'

export interface ExportOptions {
  readonly archive: string
  /** A writer's name. */
  readonly as: string
  /** Only the playlist of this name, or of this id. */
  readonly only?: string
  /** A folder for the files; without it the one text is returned. */
  readonly out?: string
  /** Leave out what could not be kept. */
  readonly keptOnly?: boolean
  /** Whether a file that is there, with another content, may be replaced; without it none is. */
  readonly mayReplace?: (path: string) => Promise<boolean>
  /** The language of what is said of missing tracks; English where nothing is said. */
  readonly words?: Words
}

export interface Exported {
  readonly playlist: string
  readonly tracks: number
  readonly extension: string
  readonly mediaType: string
  /** The file that was written, or else the text. */
  readonly path?: string
  readonly text?: string
}

/**
 * Writes what an archive holds as playlists that other services and players take in. UserError where files of their
 * names were there and might not be replaced: all others are written.
 */
export async function exportArchive(options: ExportOptions): Promise<readonly Exported[]> {
  const { archive, as, only, out, keptOnly = false, words = en, mayReplace } = options
  const writer = writers.find(({ name }) => name === as)
  if (!writer)
    throw new UserError(
      reason('archive.no-such-format', { name: as }),
      reason('archive.there-are', { names: writers.map(({ name }) => name), more: false }),
    )
  await requireArchive(archive)
  const place = resolve(out ?? archive)
  const fileOf = (path: string) =>
    relative(place, join(resolve(archive), path))
      .split(sep)
      .join(posix.sep)
  const exported: Exported[] = []
  const names: string[] = []
  const left: string[] = []
  for await (const { folder, playlist, isWanted } of readOutgoing(archive, only, fileOf, words)) {
    names.push(playlist.name)
    if (!isWanted) continue
    const outgoing = keptOnly ? withFilesOnly(playlist) : playlist
    const path = out && `${join(place, folder)}.${writer.extension}`
    const written = await writeOut(outgoing, writer, path, mayReplace)
    if (written) exported.push(written)
    else if (path) left.push(path)
  }
  if (left.length > 0)
    throw new UserError(
      reason('archive.not-replaced', { paths: left }),
      reason('archive.replace-exports'),
    )
  if (exported.length === 0) throw missingPlaylist(only, names)
  if (out === undefined && exported.length > 1)
    throw new UserError(
      reason('archive.several-playlists', { count: exported.length }),
      reason('archive.choose-playlist', listNames(names)),
    )
  return exported
}

const withFilesOnly = (playlist: ExportedPlaylist): ExportedPlaylist => ({
  ...playlist,
  entries: playlist.entries.filter(({ file }) => file !== undefined),
})

/** Undefined, and nothing written, where another file has the name. */
async function writeOut(
  playlist: ExportedPlaylist,
  writer: PlaylistWriter,
  path: string | undefined,
  mayReplace: ExportOptions['mayReplace'],
): Promise<Exported | undefined> {
  const text = writer.write(playlist)
  const { extension, mediaType } = writer
  const told = { playlist: playlist.name, tracks: playlist.entries.length, extension, mediaType }
  if (path === undefined) return { ...told, text }
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(Buffer.from(text))) return { ...told, path }
  if ((await isTaken(path)) && !(await mayReplace?.(path))) return undefined
  await mkdir(dirname(path), { recursive: true })
  await writeAtomic(path, text)
  return { ...told, path }
}

const isTaken = async (path: string) => (await lstat(path).catch(() => undefined)) !== undefined
