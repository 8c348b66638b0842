import type { Probe } from '../../provider.ts'

/** A recording with an ISRC: a search by it, then what its release and its artist are. */
export const musicBrainzProbe: Probe = {
  question: {
    kind: 'lookUp',
    track: {
      title: 'Harder, Better, Faster, Stronger',
      artists: ['Daft Punk'],
      isrc: 'GBDUW0000059',
    },
  },
  fields: {
    '/ws/2/recording': [
      'recordings[].id',
      'recordings[].title',
      'recordings[].artist-credit[].artist.id',
      'recordings[].releases[].id',
    ],
    '/ws/2/recording/': ['id', 'title'],
    '/ws/2/release': ['releases[].id'],
    '/ws/2/release/': ['id', 'label-info', 'media[].tracks[].recording.id'],
    '/ws/2/artist/': ['id', 'name', 'aliases'],
  },
}
