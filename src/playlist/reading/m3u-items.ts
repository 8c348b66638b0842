import { MISSING_DIRECTIVE } from '../../model/lists/playlist-formats.ts'
import { readLines } from './lines.ts'
import { decodeEntities } from './xml/html-entities.ts'

/** What the directives before a location say of it. */
export interface Directives {
  info?: { readonly seconds: string; readonly attributes: string; readonly title: string }
  album?: string
  artist?: string
  /** All that there is of a track without a file. */
  readonly missing?: string
}

const MISSING = new RegExp(`^${MISSING_DIRECTIVE}:(.*)$`, 's')

/** The locations with what is said of them. */
export function* readItems(input: {
  readonly text: string
}): Generator<readonly [Directives, string]> {
  let ahead: Directives = {}
  for (const raw of readLines(input.text)) {
    const line = raw.trim()
    if (line === '') continue
    const missing = MISSING.exec(line)?.[1]
    if (missing !== undefined) {
      yield [{ missing }, '']
      continue
    }
    const [, directive, value] = /^#(EXTINF|EXTALB|EXTART|EXTVDJ):(.*)$/s.exec(line) ?? []
    if (directive === 'EXTALB') ahead.album = value?.trim() ?? ''
    else if (directive === 'EXTART') ahead.artist = value?.trim() ?? ''
    else if (directive === 'EXTVDJ') ahead = { ...ahead, ...readVirtualDj(value ?? '') }
    else if (directive === 'EXTINF') {
      // An entry whose location is missing still names a track.
      if (ahead.info) {
        yield [ahead, '']
        ahead = {}
      }
      ahead.info = readInfo(value ?? '')
    } else if (!line.startsWith('#')) {
      yield [ahead, line]
      ahead = {}
    }
  }
  if (ahead.info) yield [ahead, '']
}

/** `#EXTINF:<seconds>[ name="value"…],<title>`: the title begins after the first comma outside quotes. */
export function readInfo(value: string): NonNullable<Directives['info']> {
  // All digits that there are: where no comma follows, a shorter number would be tried for each of them.
  const found = /^(-?[\d.]*)(?![\d.])((?:[^,"]|"[^"]*")*),(.*)$/s.exec(value.trimStart())
  if (found) return { seconds: found[1] ?? '', attributes: found[2] ?? '', title: found[3] ?? '' }
  // A quote that is never closed.
  const plain = /^\s*(-?[\d.]*)([^,]*),?(.*)$/s.exec(value)
  return { seconds: plain?.[1] ?? '', attributes: plain?.[2] ?? '', title: plain?.[3] ?? '' }
}

/** VirtualDJ's own line: elements in a row, of which `time` is the clock when it was played. */
function readVirtualDj(value: string): Directives {
  const textIn = (name: string) => {
    const found = new RegExp(`<${name}>([^<]*)</${name}>`, 'i').exec(value)?.[1]
    return decodeEntities(found ?? '').trim()
  }
  const [title, remix] = [textIn('title'), textIn('remix')]
  if (title === '') return {}
  return {
    info: {
      seconds: textIn('songlength'),
      attributes: '',
      title: remix === '' || title.includes(remix) ? title : `${title} (${remix})`,
    },
    artist: textIn('artist'),
  }
}
