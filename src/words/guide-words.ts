import type { guide } from './en/guide/index.ts'

/** How playlists come out of each service: said on the page (`#/guide`) and in the terminal (`songkeep guide`). */
export type GuideWords = typeof guide
