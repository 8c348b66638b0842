import { nothingKnown } from '../../knowledge.ts'
import type { Probe } from '../../provider.ts'

/** A video that is known by its id, so that no search is needed: one unit of the day's 10,000. */
export const youtubeProbe: Probe = {
  question: {
    kind: 'lookUp',
    track: { title: 'Never Gonna Give You Up', artists: ['Rick Astley'] },
    known: {
      ...nothingKnown,
      links: [
        {
          kind: 'watch',
          service: 'YouTube',
          url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
          by: 'doctor',
        },
      ],
    },
  },
  fields: {
    '/youtube/v3/videos': [
      'items[].id',
      'items[].snippet.title',
      'items[].snippet.channelId',
      'items[].contentDetails.duration',
      'items[].status.privacyStatus',
    ],
  },
}
