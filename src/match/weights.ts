/**
 * Match weights in bits, by field and level of agreement: log2 of how much likelier the level is
 * between two texts of one recording than between texts of two (Fellegi and Sunter).
 */
export const WEIGHTS = {
  title: {
    exact: 9,
    spelling: 8.5,
    subtitle: 6,
    'one edit': 7,
    'few edits': 5,
    'begins the same': 2,
    'many words': 0,
    'another number': -14,
    'another subtitle': -4,
    different: -16,
    missing: -4,
  },
  version: {
    same: 0.3,
    'same kind': -1,
    remark: -0.3,
    'another detail': -14,
    'another version': -20,
    'live album': -14,
  },
  artist: {
    exact: 9,
    'same names': 8,
    'among several': 7,
    guest: 4,
    'one edit': 7,
    'few edits': 3,
    shorter: 3,
    'some words': -2,
    different: -14,
    missing: 0,
  },
  album: { exact: 5, close: 4, contained: 2.5, different: -0.5, missing: 0 },
  duration: {
    'within 1 s': 3,
    'within 3 s': 2,
    'within 7 s': 0.5,
    'within 15 s': -1.5,
    'within 30 s': -3,
    'within 60 s': -6,
    'over 60 s': -9,
    missing: 0,
  },
  year: { exact: 1.5, 'one off': 0.5, different: -0.7, missing: 0 },
  isrc: { exact: 10, different: -1, missing: 0 },
  prior: { pair: -10 },
} as const

/** More for a longer name, which two songs share by chance less often: bits a character, and where it ends. */
export const RARITY = { perCharacter: 0.25, from: 8, most: 4, least: -1.5 } as const

export type Weights = typeof WEIGHTS
export type LevelOf<F extends keyof Weights> = keyof Weights[F]
