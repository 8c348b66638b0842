/**
 * Match weights in bits, by field and level of agreement: log2 of how much likelier the level is
 * between two texts of one recording than between texts of two (Fellegi and Sunter 1969).
 */
export const WEIGHTS = {
  title: {
    exact: 9,
    spelling: 8.5,
    subtitle: 6.5,
    'one-edit': 6.5,
    // Two songs of one artist with five or six letters differ in one alone once in 2,500 pairs.
    'one-edit-of-few': 4.75,
    'few-edits': 3,
    alias: 7,
    // A piece of classical music: by its number and movement, in whatever language.
    'same-work': 8.5,
    romanised: 7.5,
    // A translation, or another song: nobody can tell by the letters.
    'other-script': 2,
    'one-of-its-names': 1.5,
    'part-of-it': -2,
    'many-words': -3,
    'another-subtitle': 1,
    'part-against-whole': 0,
    'another-number': -11,
    'another-work': -18,
    different: -18,
    missing: -3,
  },
  version: {
    none: 0,
    same: 0.5,
    'same-kind': -1.5,
    remark: -0.4,
    'named-otherwise': -1,
    unread: -1,
    'another-length': -10,
    'live-album': -14,
    'another-detail': -14,
    'another-version': -15,
  },
  artist: {
    exact: 9,
    'same-names': 8,
    // By an alias; known from a list of artists.
    'same-artist': 8,
    'alias-among-several': 5.75,
    'first-of-several': 7.5,
    'among-several': 5.75,
    swapped: 7,
    // Of classical music, where only one side says who plays, or neither does.
    'same-composer': 6,
    'composer-against-player': -2,
    'other-players': -6,
    romanised: 7.5,
    'part-in-other-script': 4,
    'other-script': 0,
    'one-edit': 7,
    'one-edit-too': 9.5,
    'stage-name': 6,
    'other-form': 7,
    featured: 5,
    'as-featured': 3.25,
    'middle-name': 4.5,
    'in-album': 4,
    // Surname first; or another person.
    reversed: 4,
    'few-edits': 3.5,
    'first-name': 3,
    'longer-name': 1.75,
    initials: 2.5,
    // Doubtful by the title alone: a length or an album must carry it.
    'shared-alias': 3,
    'other-project': 3,
    'one-in-common': 1,
    'one-word': 0.5,
    'some-words': -3,
    different: -10,
    tribute: -14,
    missing: -2,
  },
  // Guests on both sides, and none in common: two versions of a song, each with a verse of its own.
  guests: { shared: 3, none: 0, 'on-one-side': 0, 'other-guests': -3 },
  album: {
    exact: 5,
    // Nothing to do with the artist's being the same: worth as much as another title.
    'exact-another-credit': 9,
    close: 4,
    contained: 2.5,
    different: -0.5,
    missing: 0,
  },
  duration: {
    'within-1-s': 3,
    'within-3-s': 2,
    'within-7-s': 0.5,
    'within-15-s': -1.5,
    'within-30-s': -3,
    'within-60-s': -5,
    'over-60-s': -6,
    'twice-as-long': -6,
    missing: 0,
  },
  year: { exact: 1.5, 'cut-short': 1, 'one-off': 0.5, different: -0.5, missing: 0 },
  // Two codes of one recording differ in 18 of 100 cases: see `estimate.ts`.
  isrc: { exact: 10, different: -2.5, missing: 0 },
  prior: { pair: -11 },
} as const

/**
 * How much more, or less, an agreeing title is worth by its length: short ones are shared by chance
 * more often. Measured: two songs share a title of five letters once in 2^14, of sixteen in 2^17.
 */
export const RARITY = { perCharacter: 0.25, from: 9, most: 2, least: -1 } as const

/**
 * What makes another recording, whatever else agrees: an ISRC, an album and a length to the second
 * may all be a mistake or shared by both. Such a pair weighs this much at most.
 */
export const VETO = -6

/** What cannot be settled by anything but the same ISRC: more likely than not, and never accepted. */
export const DOUBTFUL = 1.5

/** Two lengths nearer than this are one cut of a recording. */
export const SAME_LENGTH_MS = 2500

type Weights = typeof WEIGHTS
export type LevelOf<F extends keyof Weights> = keyof Weights[F]
export type Level = { [F in keyof Weights]: LevelOf<F> }[keyof Weights]
