import { foldText } from '../text/fold.ts'

/** An album's folded name without the words that only tell editions apart. */
export function readAlbum(album: string): string {
  const text = album.length > 500 ? album.slice(0, 500) : album
  const folded = foldText(text.replace(YEAR, ''))
  if (!EDITION_HINT.test(folded)) return folded
  const bare = folded.replaceAll(EDITION, ' ').replaceAll(/ +/g, ' ').trim()
  return bare === '' ? folded : bare
}

/** What taggers append: `(1999)`, `(unknown)`. */
const YEAR = /\s*\((?:(?:19|20)\d\d|unknown)\)\s*$/
const EDITION_HINT =
  /edition|version|deluxe|expanded|explicit|clean|remaster|soundtrack|bonus|video|booklet| ep$| single$/
const EDITION =
  /\b(?:(?:super )?deluxe|expanded|special|limited|anniversary|collectors?|legacy|bonus track|remastered|explicit|clean|edited|standard|international|amazon|itunes)(?: (?:edition|version|album))*\b|\b(?:edition|version)\b|\bdigital booklet\b|\band video\b|\b(?:ep|single|remaster(?:ed)?)$|\b(?:19|20)\d\d remaster(?:ed)?\b|\boriginal (?:motion picture )?soundtrack\b/g

/**
 * A live album makes its tracks live, though their titles do not say so. `maybe` is enough for a
 * track that calls itself live, and not enough to make one live that does not. A concert's recording
 * is often called by its day, `2004-03-05: Lexington, KY, USA`, as MusicBrainz' style asks.
 */
export function readLiveness(album: string): Liveness {
  if (!LIVE_HINT.test(album)) return 'no'
  const folded = foldText(album.length > 500 ? album.slice(0, 500) : album)
  if (LIVE.test(folded) || /[([\-–—:;!,]\s*live\s*!*\s*(?:[)\]]|$)/i.test(album)) return 'yes'
  return MAYBE.test(folded) ? 'maybe' : 'no'
}

export type Liveness = 'yes' | 'maybe' | 'no'

const LIVE_HINT =
  /^\d{4}-\d\d-\d\d|live|unplugged|concert|vivo|direct|public|session|tour|festival|night|woodstock/i
const LIVE =
  /^live$|^(?:19|20)\d\d \d\d \d\d |^live (?:at|in|from|on|19\d\d|20\d\d|album|recordings?)\b(?! the moment)|(?<!\b(?:to|we|you|i|they|and|let|long|where|who|that|will|would) )\blive (?:at|from|in (?!the moment|a |peace|love|sin)|album|recordings?|19\d\d|20\d\d)|\bunplugged\b|\bin concert\b|\b(?:en|ao) vivo\b|\ben (?:directo?|public|concert)\b|\b(?:bbc|peel|live) sessions?\b|\bconcert (?:for|at|in|from)\b/
const MAYBE = /\blive\b|\bconcerts?\b|\btour\b|\bsessions?\b|\bfestival\b|\bnight (?:at|in)\b/
