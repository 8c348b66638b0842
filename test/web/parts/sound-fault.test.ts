import { expect, test } from 'vitest'
import { type SoundError, tellSoundFault } from '../../../web/parts/players/sound-fault.ts'

const answered = (status: number, canPlay = true) =>
  ({ kind: 'answered', status, canPlay }) as const
const unreachable = { kind: 'unreachable' } as const
const format = 'MEDIA_ELEMENT_ERROR: Format error'

/** As Chromium and Firefox were seen to say it, or document it. */
const seen: readonly (readonly [string, SoundError, string])[] = [
  [
    'a sound card that is not there',
    { code: 3, message: 'AUDIO_RENDERER_ERROR: audio render error' },
    'no-device',
  ],
  [
    'the same in Firefox',
    { code: 4, message: 'NS_ERROR_DOM_MEDIA_CUBEB_INITIALIZATION_ERR (0x806e000e)' },
    'no-device',
  ],
  ['a file that is gone', { code: 4, message: format, answer: answered(404) }, 'gone'],
  ['a session that has ended', { code: 4, message: format, answer: answered(401) }, 'logged-out'],
  ['a server that is gone', { code: 4, message: format, answer: unreachable }, 'lost'],
  ['a server that breaks', { code: 4, message: format, answer: answered(500) }, 'lost'],
  [
    'a line that breaks',
    { code: 2, message: 'PIPELINE_ERROR_READ', answer: answered(200) },
    'lost',
  ],
  [
    'no sound at all',
    { code: 4, message: 'DEMUXER_ERROR_COULD_NOT_OPEN', answer: answered(200) },
    'damaged',
  ],
  [
    'a file that breaks off',
    { code: 3, message: 'PIPELINE_ERROR_DECODE', answer: answered(200) },
    'damaged',
  ],
  [
    'a format nobody plays',
    { code: 4, message: format, answer: answered(200, false) },
    'unsupported',
  ],
  ['another host, which tells nothing', { code: 4, message: format }, 'not-here'],
]

test.each(seen)('%s is told apart', (_, error, fault) => {
  expect(tellSoundFault(error)).toBe(fault)
})
