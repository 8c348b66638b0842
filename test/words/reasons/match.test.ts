import { expect, test } from 'vitest'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { say } from '../../../src/words/say.ts'

test.each<[Reason, string, string]>([
  [reason('match.plain'), 'plain', 'ohne Zusatz'],
  [
    reason('match.versions', {
      versions: [
        { kind: 'remix', detail: 'nils berg' },
        { kind: 'remaster', detail: '', year: 2011 },
      ],
    }),
    'remix (nils berg), remaster 2011',
    'Remix (nils berg), Remaster 2011',
  ],
  [
    reason('match.versions', { versions: [{ kind: 'acoustic', detail: '' }], album: 'live' }),
    'acoustic, live album',
    'akustisch, Live-Album',
  ],
  [
    reason('match.versions', { versions: [], album: 'perhaps-live' }),
    'perhaps a live album',
    'vielleicht ein Live-Album',
  ],
  [reason('match.seconds', { durationMs: 1_214_930 }), '1214.93 s', '1214,93 s'],
])('%o', (given, english, german) => {
  expect(say(given, en)).toBe(english)
  expect(say(given, de)).toBe(german)
})
