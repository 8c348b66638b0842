import type { StoreReasons } from '../../../../model/reasons/preserve/stores.ts'
import type { Sentences } from '../../../sentences.ts'

export const stores: Sentences<StoreReasons> = {
  'storage.s3-refused': ({ place, status, code, message }) =>
    `The server refuses a request about ${place}: ${[status, code, message].filter(Boolean).join(' ')}`,
  'storage.check-s3':
    'Check the bucket’s name, the region, the endpoint and the keys in the environment.',
  'storage.no-conditions': ({ place }) =>
    `The server of ${place} knows no conditional writes: two runs at once could not tell who was first.`,
  'storage.choose-conditional-store':
    'See to it that only one run writes there at a time, or take a server that has them.',
  'storage.has-conditions': ({ place }) =>
    `${place} has conditional writes: of two runs at once, one is refused`,
  'storage.no-copy-there': ({ place }) => `${place} no longer holds a copy of this archive`,
  'storage.in-the-way': ({ path }) => `${path} is a link or another thing that is in the way.`,
  'storage.move-it-away': 'Move it away, then run the same command again.',
  'storage.written-differs': ({ place }) => `What ${place} has now is not what was written to it.`,
  'storage.place-full': ({ place, why }, { say }) => `${place} is full: ${say(why)}.`,
  'storage.place-broken': ({ place, why }, { say }) => `${place} cannot be used: ${say(why)}.`,
  'storage.check-place':
    'Check the disk and its permissions, then run the same command again: it goes on where it stopped.',
  'storage.web-refused': ({ place, status }) =>
    `The server of ${place} refuses a request, with status ${status}.`,
  'storage.odd-answer': ({ place }) => `The server of ${place} does not answer as S3 does.`,
  'storage.changed-while-read': ({ place, key }) => `${key} in ${place} changed while it was read.`,
}
