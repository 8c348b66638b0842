import type { Probe } from '../../provider.ts'

/** The example of https://developer.jamendo.com/v3.0/tracks. */
export const jamendoProbe: Probe = {
  question: { kind: 'search', track: { title: 'Mañana será tarde', artists: ['fankel'] } },
  fields: {
    '/v3.0/tracks': [
      'headers.status',
      'results[].id',
      'results[].name',
      'results[].artist_name',
      'results[].duration',
      'results[].license_ccurl',
      'results[].audiodownload',
      'results[].audiodownload_allowed',
    ],
  },
}
