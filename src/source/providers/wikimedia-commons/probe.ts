import type { Probe } from '../../provider.ts'

/** From the Open Well-Tempered Clavier, uploaded there under CC0. */
export const wikimediaCommonsProbe: Probe = {
  question: {
    kind: 'search',
    track: { title: 'Prelude No. 1 in C major, BWV 846', artists: ['Kimiko Ishizaka'] },
  },
  fields: {
    '/w/api.php': [
      'query.pages[].pageid',
      'query.pages[].title',
      'query.pages[].imageinfo[].url',
      'query.pages[].imageinfo[].mime',
      'query.pages[].imageinfo[].sha1',
      'query.pages[].imageinfo[].extmetadata.LicenseShortName.value',
    ],
  },
}
