import { Buffer } from 'node:buffer'
import type { Playlist } from '../../../src/model/playlist.ts'
import { playlistOf, trackOf } from './sample.ts'

const COUNT = 240

/** Seven titles for all: most names collide, so that their order shows. */
export const playlist: Playlist = playlistOf(
  'Kill: me',
  Array.from({ length: COUNT }, (_, at) =>
    trackOf(`Title ${at % 7}`, {
      album: at % 2 ? 'One' : 'one',
      uri: `spotify:track:${at}`,
      trackNumber: at + 1,
    }),
  ),
)

/** The bytes of an entry's file: its own, and of its own length. */
export function contentOf(position: number): Buffer {
  return Buffer.alloc(40_000 + position * 37, `bytes of entry ${position}; `)
}

export const albumGain = { gainDb: -6.5, peak: 0.9 }

/** The same under a tag of another length. */
export const retaggedOf = (content: Buffer): Buffer =>
  Buffer.concat([Buffer.from('album gain; '.repeat(content.length % 50)), content])
