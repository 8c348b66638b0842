import type { Probe } from '../../provider.ts'

/** A march that the National Jukebox has in many recordings: a search, then the items that it names. */
export const libraryOfCongressProbe: Probe = {
  question: {
    kind: 'search',
    track: { title: 'Stars and stripes forever', artists: ['Sousa’s Band'] },
  },
  fields: {
    '/collections/national-jukebox/': ['results[].id', 'results[].title'],
    '/item/': ['item.id', 'item.title', 'resources[].files'],
  },
}
