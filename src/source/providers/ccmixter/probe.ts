import type { Probe } from '../../provider.ts'
import { mendCcMixterJson } from './json.ts'

/** Long the most popular upload there: https://ccmixter.org/files/djlang59/37792 */
export const ccMixterProbe: Probe = {
  question: { kind: 'search', track: { title: 'Drops of H2O', artists: ['J.Lang'] } },
  fields: {
    '/api/query': [
      '[].upload_id',
      '[].upload_name',
      '[].user_name',
      '[].license_url',
      '[].files[].download_url',
      '[].files[].file_format_info.media-type',
    ],
  },
  mend: mendCcMixterJson,
}
