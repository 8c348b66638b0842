import type { Probe } from '../../provider.ts'

/** What lies on a pod is for its people to decide: an answer without a track will do. */
export const funkwhaleProbe: Probe = {
  question: { kind: 'search', track: { title: 'Night Owl', artists: ['Broke For Free'] } },
  fields: { '/api/v1/tracks/': ['count', 'results'] },
  mayFindNothing: true,
}
