import type { Tags } from '../../model/media.ts'
import { probeFile } from '../../tags/read/probe-file.ts'
import { foldText } from '../../text/fold.ts'

/** Of more files so many are looked at, evenly spread. */
const MAX_FILES = 100

type AlbumTags = Pick<Tags, 'album' | 'albumArtists' | 'artists'>

/** Whether audio files belong to one album, by the tags of a hundred of them at most. */
export async function isOneAlbum(paths: readonly string[], signal: AbortSignal): Promise<boolean> {
  const step = Math.max(1, paths.length / MAX_FILES)
  const tags: AlbumTags[] = []
  for (let at = 0; at < paths.length; at += step) {
    signal.throwIfAborted()
    const path = paths[Math.floor(at)] ?? ''
    const read = await probeFile(path, { covers: false, signal }).catch(() => undefined)
    if (read) tags.push(read.tags)
  }
  return areOneAlbum(tags)
}

/**
 * Files that name no album go with those that do. Where none names one, they are an album if all have the same
 * artists. The discs of an album are one; albums of one name by different album artists are not.
 */
export function areOneAlbum(files: readonly AlbumTags[]): boolean {
  const titled = files.filter(({ album }) => album)
  if (titled.length === 0) return areSame(files.map(({ artists }) => fold(artists)))
  return (
    areSame(titled.map(({ album = '' }) => foldText(withoutDisc(album)))) &&
    areSame(titled.map(({ albumArtists }) => fold(albumArtists)))
  )
}

const fold = (names: readonly string[]) => names.map(foldText).join('\n')

/** Of those that say anything. */
const areSame = (texts: readonly string[]) => new Set(texts.filter(Boolean)).size <= 1

const withoutDisc = (album: string) =>
  album.replace(
    /[\s,:([–-]*\b(?:dis[ck]|cd|disque|disco) *(?:\d{1,2}|one|two|three)\s*[)\]]?$/i,
    '',
  ) || album
