import { FIT } from './scan.ts'

/**
 * Scores add to the fit of the title: by which way a track was found. Under a sure alias, that is the artist's own
 * name; `alias` is one that is not sure.
 */
export const WAY = { artist: 100, alias: 70, shorter: 70, neighbour: 60, title: 0 } as const
/** The artist as written and the core title: nothing better is to be had elsewhere. */
export const SURE = WAY.artist + FIT.core

/** How a title fits with a letter lost, added or changed. */
export const SLIP = 85
/** Where the artist as written has a title with one letter wrong, nobody else is meant. */
export const NEARLY = WAY.artist + SLIP
