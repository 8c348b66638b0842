import type { Probe } from '../../provider.ts'

/** An artist of the examples of https://performance-partners.apple.com/search-api */
export const itunesProbe: Probe = {
  question: {
    kind: 'lookUp',
    track: { title: 'Better Together', artists: ['Jack Johnson'] },
  },
  fields: {
    '/search': [
      'results[].kind',
      'results[].trackId',
      'results[].trackName',
      'results[].artistName',
      'results[].trackTimeMillis',
      'results[].trackViewUrl',
    ],
  },
}
