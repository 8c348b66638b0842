import { type Reason, reason } from '../reason.ts'
import type { NoPlaylistKind } from './no-playlist.ts'

/** Why something is not read, and what to do instead. */
export interface Advice {
  readonly reason: Reason
  readonly advice: Reason
}

const ADVICE: Readonly<Record<NoPlaylistKind, Reason>> = {
  audio: reason('playlist.music-is-looked-through'),
  video: reason('playlist.give-list-file'),
  image: reason('playlist.type-songs'),
  pdf: reason('playlist.copy-songs-out'),
  document: reason('playlist.copy-songs-out'),
  workbook: reason('playlist.save-as-csv'),
  program: reason('playlist.give-list-file'),
  packed: reason('playlist.unpack-first'),
}

/** What is said of a file that is surely no playlist; `input` is its base name. */
export const adviseOfKind = (input: string, what: NoPlaylistKind): Advice => ({
  reason:
    what === 'workbook'
      ? reason('playlist.workbook', { input })
      : reason('playlist.other-kind', { input, what }),
  advice: ADVICE[what],
})

/** What is said of a folder without a playlist. */
export const adviseOfFolder = (folder: string, hasMusic: boolean): Advice =>
  hasMusic
    ? {
        reason: reason('playlist.music-folder', { folder }),
        advice: reason('playlist.name-music-folder'),
      }
    : {
        reason: reason('playlist.no-playlist-in-folder', { folder }),
        advice: reason('playlist.give-file-in-folder'),
      }
