import { splitArtistTitle } from './artist-title.ts'
import { decodePercent, stemOf } from './file-name.ts'

/** How the files of a list are named, told from all of them. */
export interface FileNaming {
  /** Nearly all begin with a number: then it is one of a track, whatever it looks like. */
  readonly numbered: boolean
  /** Most of these numbers have nothing but a space behind them. */
  readonly spaced: boolean
  /** They lie in folders of several artists, and in these of albums. */
  readonly inFolders: boolean
}

export interface FileNames {
  readonly title: string
  readonly artists: readonly string[]
  readonly album?: string
  readonly trackNumber?: string
  readonly discNumber?: string
}

/** `03`, `1-03`, `[1] - 06`, `(01)`, and what parts it from the name. */
const NUMBER =
  /^(?:(?:\[(?<disc>\d)\](?: - |[- ])|(?<side>\d)[-.](?=\d)))?[[(]?(?<track>\d{1,3})[\])]?(?: ?[-.)_] ?|(?<=[\])]) ?| )(?=\S)/
/** Where nobody knows of the other files: `99 Luftballons` and `1979` are names. */
const SURE_NUMBER = /^(?:\d{1,2}-)?(?<track>\d{2})(?:\s*[.)_-]\s*|(?<=^0\d)\s+)(?=\S)/
/** What follows is a part of a work, and no title by somebody. */
const PART =
  /^(?:part|pt|act|scene|no|movement|mvt|book|chapter|teil|satz|akt|partie|acte|parte)\b\.?/i
const DISC = /^(?:cd|dis[ck]|disque) ?\d{1,2}$/i
const NO_NAME =
  /^(?:various(?: artists)?|va|unknown(?: artist)?|misc|compilations?|soundtracks?|music|musik|musique|m[uú]sica|downloads?|mp3s?|songs?|playlists?)$/i

export function findNaming(locations: readonly string[]): FileNaming {
  const files = locations.map((each) => parse(each, isEncoded(each)))
  const spaces = files.filter(({ stem }) => isSpaced(NUMBER.exec(stem))).length
  const signs = files.filter(({ stem }) => NUMBER.test(stem)).length - spaces
  const spaced = spaces > signs
  const numbered = files.length > 2 && signs + (spaced ? spaces : 0) >= files.length * 0.75
  const artists = files.flatMap(({ folders }) => folderNames(folders)?.artist ?? [])
  return { numbered, spaced, inFolders: numbered && new Set(artists).size > 1 }
}

/** `99 Gulls` among `01 - Salt` and `02 - Sand` is a name. */
const isSpaced = (number: RegExpExecArray | null) => number !== null && /\d $/.test(number[0])

/** `01 - Artist - Title.mp3` taken apart; what the name does not say, the folders do where all are so named. */
export function nameOfFile(location: string, encoded: boolean, naming?: FileNaming): FileNames {
  const { stem, folders } = parse(location, encoded)
  const any = naming?.numbered ? NUMBER.exec(stem) : null
  const number = any && (naming?.spaced || !isSpaced(any)) ? any : SURE_NUMBER.exec(stem)
  const name = number ? stem.slice(number[0].length) : stem
  const split = splitArtistTitle(name)
  const whole = !split.artist || PART.test(split.title)
  const folder = naming?.inFolders ? folderNames(folders) : undefined
  const artist = whole ? folder?.artist : split.artist
  return {
    title: whole ? name : split.title,
    artists: artist ? [artist] : [],
    album: folder?.album,
    trackNumber: number?.groups?.track,
    discNumber: number?.groups?.disc ?? number?.groups?.side,
  }
}

const isEncoded = (location: string) => /^(?:\w+:\/\/|file:)/i.test(location)

function parse(location: string, encoded: boolean) {
  const bare = encoded ? location.replace(/[?#|].*$/s, '') : location
  const path = encoded ? decodePercent(bare) : bare
  const stem = stemOf(path)
  const folders = path.split(/[\\/]/).slice(0, -1).filter(Boolean)
  return { stem: stem.includes(' ') ? stem : stem.replaceAll('_', ' '), folders }
}

/** The two folders above a file, past one of a disc. */
function folderNames(folders: readonly string[]): { artist?: string; album?: string } | undefined {
  const own = DISC.test(folders.at(-1) ?? '') ? folders.slice(0, -1) : folders
  const [artist, album] = [own.at(-2), own.at(-1)]
  if (!artist || !album || NO_NAME.test(album)) return undefined
  return { artist: NO_NAME.test(artist) ? undefined : artist, album }
}
