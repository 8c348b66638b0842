// The shape of the tables of version words, one for each group of languages.

/**
 * What a bracket says in another language, in the English words that `rules.ts` reads. A row:
 * the English words; the other language's, parted by `|`; where they were seen.
 *
 * A word may end in `*`: any ending (`концертн*`). One that begins with `=` counts only where it is the
 * whole bracket: elsewhere it is an everyday word or a name. Capitals and accents do not matter. `~` among
 * the English words stands for the word itself, where it tells one version from another: `~ mix`.
 */
export type WordRow = readonly [says: string, words: string, source: Source]

/**
 * - `dictionary`: Wiktionary's entry of the word in that language, as a term of music or of its records.
 * - `musicbrainz`: MusicBrainz' interface in that language (musicbrainz-server, `po/attributes.*.po`) or its
 *   style guidelines.
 * - `labels`: what labels and services print behind titles, as in public lists of recordings, or on Discogs.
 * - `players`: word lists of public players, scrobblers and taggers, found by an exact search of their sources.
 */
export type Source = 'dictionary' | 'musicbrainz' | 'labels' | 'players'

export interface WordList {
  /** As in BCP 47. */
  readonly language: string
  readonly rows: readonly WordRow[]
}
