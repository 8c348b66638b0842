import { foldText } from '../text/fold.ts'

/** An album's folded name without the words that only tell editions apart. */
export function readAlbum(album: string): string {
  const folded = foldText(album.length > 500 ? album.slice(0, 500) : album)
  const bare = folded.replaceAll(EDITION, ' ').replaceAll(/ +/g, ' ').trim()
  return bare === '' ? folded : bare
}

const EDITION =
  /\b(?:(?:super )?deluxe|expanded|special|limited|anniversary|collectors?|legacy|bonus track|remastered|explicit|clean|edited|standard|international)(?: (?:edition|version|album))*\b|\b(?:edition|version)\b|\b(?:explicit|clean|ep|single|remaster(?:ed)?)$|\b(?:19|20)\d\d remaster(?:ed)?\b|\boriginal (?:motion picture )?soundtrack\b/g

/** A live album makes its tracks live, though their titles do not say so. */
export function isLiveAlbum(album: string): boolean {
  if (!HINT.test(album)) return false
  const folded = foldText(album)
  return LIVE.test(folded) || /[([\-–—:;!,]\s*live\s*!*\s*[)\]]?\s*$/i.test(album)
}

const HINT = /live|unplugged|concert|vivo|direct|public|session/i
const LIVE =
  /^live$|^live (?:at|in|from|on|19|20|and|album|recordings?)\b(?! let| die| love)|(?<!\b(?:to|we|you|i|they|and|let|long|where|who|that) )\blive (?:at|from|in (?!the moment)|album|recordings?|19\d\d|20\d\d)|\bunplugged\b|\bin concert\b|\b(?:en|ao) vivo\b|\ben (?:directo?|public|concert)\b|\b(?:bbc|peel|radio|live) sessions?\b/
