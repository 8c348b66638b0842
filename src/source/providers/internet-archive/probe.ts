import type { Probe } from '../../provider.ts'

/** The Open Goldberg Variations, published there under CC0: a search, then the items that it names. */
export const internetArchiveProbe: Probe = {
  question: {
    kind: 'search',
    track: { title: 'Aria', artists: ['Kimiko Ishizaka'], album: 'Open Goldberg Variations' },
  },
  fields: {
    '/advancedsearch.php': [
      'response.docs[].identifier',
      'response.docs[].title',
      'response.docs[].collection',
    ],
    '/metadata/': [
      'metadata.identifier',
      'metadata.title',
      'files[].name',
      'files[].format',
      'files[].source',
      'files[].md5',
    ],
  },
}
