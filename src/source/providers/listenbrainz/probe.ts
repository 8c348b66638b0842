import type { Probe } from '../../provider.ts'

/** The example of https://listenbrainz.readthedocs.io/en/latest/users/api/metadata.html */
export const listenBrainzProbe: Probe = {
  question: {
    kind: 'lookUp',
    track: { title: 'Never Gonna Give You Up', artists: ['Rick Astley'] },
  },
  fields: {
    '/1/metadata/lookup/': ['recording_mbid', 'recording_name', 'artist_credit_name'],
    '/1/popularity/recording': ['[].recording_mbid', '[].total_listen_count'],
  },
}
