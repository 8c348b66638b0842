import type { Probe } from '../../provider.ts'

/** The track of the examples of https://docs.audius.org/developers/api/get-track */
export const audiusProbe: Probe = {
  question: { kind: 'search', track: { title: 'Paauer', artists: ['Baauer'] } },
  fields: {
    '/v1/tracks/search': [
      'data[].id',
      'data[].title',
      'data[].user.name',
      'data[].permalink',
      'data[].duration',
    ],
  },
}
