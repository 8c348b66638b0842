import { definedOnly } from '../../base/defined.ts'

/** What a file's place and name suggest about it; right often, never sure. */
export interface PathHint {
  readonly title: string
  readonly artist?: string
  readonly album?: string
  readonly trackNumber?: number
  readonly discNumber?: number
}

/**
 * Reads a path below the library's folder, as players and stores write it: `Artist/Album/03 Title.mp3`,
 * `Artist - Title.mp3`, `03 - Title.mp3`, `Artist - Album - 03 - Title.mp3`, `Artist/Album/CD2/…`.
 * One folder alone may be an artist, an album or a mood: it suggests nothing.
 * @param parts folders and file name, from the outermost; at least the name
 */
export function readPathHint(parts: readonly string[]): PathHint {
  const folders = parts.slice(0, -1).map(toWords)
  const disc = discFolder.exec(folders.at(-1) ?? '')
  if (disc) folders.pop()
  const artist = folders.length >= 2 ? toMeaning(folders.at(-2)) : undefined
  const album = folders.length >= 2 ? toMeaning(folders.at(-1)) : undefined
  const name = readName(toWords(stripExtension(parts.at(-1) ?? '')), artist, folders.length >= 2)
  return {
    title: name.title,
    ...definedOnly({
      artist: name.artist ?? artist,
      album: name.album ?? album,
      trackNumber: name.trackNumber,
      discNumber: name.discNumber ?? toNumber(disc?.[1]),
    }),
  }
}

const discFolder = /^(?:cd|dis[ck]|disque)[ .-]*(\d{1,2})\b/i

/** Folders that say nothing about their content. */
const empty =
  /^(?:unknown|various|misc|va|v\.a\.|music|downloads?|compilations?)(?: (?:artists?|albums?))?$/i

const toMeaning = (folder: string | undefined) =>
  !folder || empty.test(folder) ? undefined : folder

interface NameParts {
  readonly title: string
  readonly artist?: string | undefined
  readonly album?: string | undefined
  readonly trackNumber?: number | undefined
  readonly discNumber?: number | undefined
}

const countAlone = /^[([]?(?:(\d{1,2})[-.])?(\d{1,3})[)\].]?$/

/** `03. Title`, `1-03 Title`, `(03) Title`, `03 Title`; `99 Luftballons` and `1979` are names. */
const countMarked = /^(?:(\d{1,2})[-.](?=\d))?(\d{1,3})(?:\.(?!\d)|\)|\]|-(?=\D)) *(?=\S)/
const countPadded = /^[([]?(?:(\d{1,2})[-.])?(0\d{1,2})[)\]]? +(?=\S)/
const countInAlbum = /^(?:(\d)-)?(\d{1,2}) +(?=\S)/

function readName(name: string, artistFolder: string | undefined, inAlbum: boolean): NameParts {
  const pieces = name.split(/ [-–—] /).map((piece) => piece.trim())
  const [first = ''] = pieces
  const alone = pieces.length > 1 ? countAlone.exec(first) : null
  if (alone) return { ...readPieces(pieces.slice(1), artistFolder), ...readCount(alone) }
  const count =
    countMarked.exec(first) ??
    countPadded.exec(first) ??
    (inAlbum && pieces.length === 1 ? countInAlbum.exec(first) : null)
  if (!count) return readPieces(pieces, artistFolder)
  const rest = [first.slice(count[0].length), ...pieces.slice(1)]
  return { ...readPieces(rest, artistFolder), ...readCount(count) }
}

function readPieces(pieces: readonly string[], artistFolder: string | undefined): NameParts {
  const [first = ''] = pieces
  const countAt = pieces.findIndex((piece, at) => at > 0 && /^\d{1,3}$/.test(piece))
  if (countAt > 0 && countAt < pieces.length - 1) {
    return {
      title: pieces.slice(countAt + 1).join(' - '),
      artist: first,
      album: countAt > 1 ? pieces.slice(1, countAt).join(' - ') : undefined,
      trackNumber: toNumber(pieces[countAt]),
    }
  }
  // In an artist's own folder, a dash belongs to the title unless the artist stands before it.
  const namesArtist =
    artistFolder === undefined || first.toLowerCase() === artistFolder.toLowerCase()
  if (pieces.length === 1 || !namesArtist) return { title: pieces.join(' - ') }
  return { title: pieces.slice(1).join(' - '), artist: first }
}

const readCount = ([, disc, track]: RegExpExecArray) =>
  definedOnly({ discNumber: toNumber(disc), trackNumber: toNumber(track) })

function toNumber(digits: string | undefined): number | undefined {
  const number = Number.parseInt(digits ?? '', 10)
  return number > 0 ? number : undefined
}

/** Underscores stand for spaces where there are no spaces. */
function toWords(name: string): string {
  const spaced = name.includes(' ') ? name : name.replaceAll('_', ' ')
  return spaced.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}

const stripExtension = (name: string) => name.replace(/(?<=.)\.[^.]*$/s, '')
