import type { Track } from '../../model/track.ts'

/** What to ask a search for, in words that hold no sign of any query language. */
export interface QueryWords {
  /** Of the title, without brackets and what follows a dash: versions, featured artists, remasters. */
  readonly title: readonly string[]
  /** Of the artist named first, without `The` and featured artists. */
  readonly artist: readonly string[]
  /** Of the album, when the playlist names one. */
  readonly album: readonly string[]
}

// Of one name. Hosts refuse long queries: Wikimedia Commons from 300 characters on, the Internet Archive from 2,000.
const MAX_WORDS = 10
const MAX_LETTERS = 100
const MAX_WORD_LENGTH = 40

/** Letters and digits of any script; an apostrophe or a dot between two of them belongs to the word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/** In lower case, so that no word is an operator (`OR`, `NOT`), and in the script it was given in. */
export function splitWords(text: string): readonly string[] {
  const chosen: string[] = []
  let letters = 0
  for (const word of text.slice(0, 1000).normalize('NFC').toLowerCase().match(WORD) ?? []) {
    letters += Math.min(word.length, MAX_WORD_LENGTH)
    if (chosen.length === MAX_WORDS || letters > MAX_LETTERS) break
    chosen.push(word.slice(0, MAX_WORD_LENGTH).replaceAll('’', "'").toWellFormed())
  }
  return chosen
}

export function chooseWords({ title, artists, album = '' }: Track): QueryWords {
  const plain = splitWords(dropAsides(title))
  return {
    title: plain.length > 0 ? plain : splitWords(title),
    artist: splitWords(dropAsides(artists[0] ?? '').replace(/^\s*the\s+(?=\S)/iu, '')),
    album: splitWords(dropAsides(album)),
  }
}

/**
 * For a search that wants all words to stand somewhere: title and artist, then the title alone, for an
 * artist who is called otherwise there. Nothing where the title has no words.
 */
export function chooseSearches(track: Track): readonly string[] {
  const { title, artist } = chooseWords(track)
  if (title.length === 0) return []
  const alone = title.join(' ')
  return artist.length === 0 ? [alone] : [[...title, ...artist].join(' '), alone]
}

/** Without what services write behind a name: `(feat. X)`, `[Live]`, ` - Remastered 2011`. */
function dropAsides(name: string): string {
  return name
    .slice(0, 1000)
    .replaceAll(/[([{（【［][^)\]}）】］]*[)\]}）】］]?/g, ' ')
    .replace(/(\S)\s+(?:[-–—]\s|(?:feat|ft|featuring)\b).*$/isu, '$1')
}
