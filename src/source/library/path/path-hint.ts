import { definedOnly } from '../../../base/defined.ts'
import { readFolders } from './folders.ts'
import { readFileName } from './read-file-name.ts'

/** What a file's place and name suggest about it; right often, never sure. */
export interface PathHint {
  readonly title: string
  readonly artist?: string
  readonly album?: string
  readonly year?: number
  readonly trackNumber?: number
  readonly discNumber?: number
}

/**
 * Reads a path below the library's folder, as players and stores write it: `Artist/Album (1999)/03 Title.mp3`,
 * `Artist - Title.mp3`, `A1 Title.mp3`, `Artist - Album - 03 - Title.mp3`, `Artist/Album/CD2/…`.
 * One folder alone may be an artist, an album or a mood: it suggests nothing, unless it has an album's year.
 * @param parts folders and file name, from the outermost; at least the name
 * @param isNumbered whether nearly all files of the folder begin with a number, each with another
 */
export function readPathHint(parts: readonly string[], isNumbered = false): PathHint {
  const folders = readFolders(parts.slice(0, -1).map(toWords))
  const name = toWords(stripExtension(parts.at(-1) ?? ''))
  const { artist, isInAlbum } = folders
  const read = readFileName(name, { artist, isInAlbum, isNumbered })
  const { album, year } = read.album === undefined ? folders : { album: read.album }
  return {
    title: read.title,
    ...definedOnly({
      artist: read.artist ?? artist,
      album,
      year,
      trackNumber: read.trackNumber,
      discNumber: read.discNumber ?? folders.discNumber,
    }),
  }
}

/** Underscores stand for spaces where there are no spaces. */
function toWords(name: string): string {
  const spaced = name.includes(' ') ? name : name.replaceAll('_', ' ')
  return spaced.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}

const stripExtension = (name: string) => name.replace(/(?<=.)\.[^.]*$/s, '')
