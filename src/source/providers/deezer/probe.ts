import type { Probe } from '../../provider.ts'

/** The example of https://developers.deezer.com/api/track */
export const deezerProbe: Probe = {
  question: {
    kind: 'lookUp',
    track: {
      title: 'Harder, Better, Faster, Stronger',
      artists: ['Daft Punk'],
      isrc: 'GBDUW0000059',
    },
  },
  fields: {
    '/track/': ['id', 'title', 'isrc', 'duration', 'artist.name', 'album.title'],
    '/search': ['data[].id', 'data[].title', 'data[].artist.name'],
  },
}
