import { writeTable } from './csv.ts'
import { creditOf, type PlaylistWriter } from './writer.ts'

/** The columns of TuneMyMusic's own export, which it and other services take in again. */
export const tuneMyMusic: PlaylistWriter = {
  name: 'tunemymusic',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  carries: ['title', 'artist', 'album', 'isrc'],
  write({ name, entries }) {
    const header = ['Track name', 'Artist name', 'Album', 'Playlist name', 'Type', 'ISRC']
    const rows = entries.map(({ track }) => [
      track.title,
      creditOf(track),
      track.album ?? '',
      name,
      'Playlist',
      track.isrc ?? '',
      /^spotify:track:(\w{22})$/.exec(track.uri ?? '')?.[1] ?? '',
    ])
    return writeTable([[...header, 'Spotify - id'], ...rows])
  },
}
