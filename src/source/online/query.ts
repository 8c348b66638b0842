import type { Track } from '../../model/track.ts'

/** What to ask a search for, in words that hold no sign of any query language. */
export interface QueryWords {
  /** Of the title, without brackets and what follows a dash: versions, guests, remasters. */
  readonly title: readonly string[]
  /** Of the artist named first. */
  readonly artist: readonly string[]
  /** Of the album, when the playlist names one. */
  readonly album: readonly string[]
}

/** Of one name. More would make a query that no host takes (the Internet Archive: 2,000 characters). */
const MOST_WORDS = 12
const LONGEST_WORD = 40

/** Letters and digits of any script; an apostrophe or a dot between two of them belongs to the word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/** In lower case, so that no word is an operator (`OR`, `NOT`), and in the script it was given in. */
export function splitWords(text: string): readonly string[] {
  const words = text.slice(0, 1000).normalize('NFC').toLowerCase().match(WORD) ?? []
  return words
    .map((word) => word.slice(0, LONGEST_WORD).replaceAll('’', "'").toWellFormed())
    .slice(0, MOST_WORDS)
}

export function chooseWords({ title, artists, album = '' }: Track): QueryWords {
  const plain = splitWords(dropAsides(title))
  return {
    title: plain.length > 0 ? plain : splitWords(title),
    artist: splitWords(artists[0] ?? ''),
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

/** Without what services write behind the name: `(feat. X)`, `[Live]`, ` - Remastered 2011`. */
function dropAsides(title: string): string {
  return title
    .slice(0, 1000)
    .replaceAll(/[([{（【［][^)\]}）】］]*[)\]}）】］]?/g, ' ')
    .replace(/(\S)\s+[-–—]\s.*$/su, '$1')
}
