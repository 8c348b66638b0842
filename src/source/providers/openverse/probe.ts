import type { Probe } from '../../provider.ts'

/** The example of https://api.openverse.org/v1/#tag/audio */
export const openverseProbe: Probe = {
  question: {
    kind: 'lookUp',
    track: { title: 'Wish You Were Here', artists: ['The.madpix.project'] },
  },
  fields: {
    '/v1/audio/': [
      'results[].id',
      'results[].title',
      'results[].creator',
      'results[].license_url',
      'results[].foreign_landing_url',
    ],
  },
}
