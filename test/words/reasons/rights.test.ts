import { describe, expect, test } from 'vitest'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { say } from '../../../src/words/say.ts'

const licence = reason('rights.licence', {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0',
})
const doubt = { by: 'MusicBrainz', artists: ['A B', 'C D', 'E F'], more: 2 }

test.each<[Reason, string, string]>([
  [
    reason('rights.uploader-doubted', { ...doubt, uploader: 'ripper' }),
    'MusicBrainz knows it as a published recording by A B, C D, E F and others, and it was put there by ripper.',
    'MusicBrainz kennt sie als veröffentlichte Aufnahme von A B, C D, E F und anderen, und eingestellt wurde sie von ripper.',
  ],
  [
    reason('rights.uploader-doubted', { ...doubt, artists: ['Ina Voss'], more: 0 }),
    'MusicBrainz knows it as a published recording by Ina Voss, and nothing shows that the artist put it there.',
    'MusicBrainz kennt sie als veröffentlichte Aufnahme von Ina Voss, und nichts zeigt, dass der Künstler sie selbst eingestellt hat.',
  ],
  [
    reason('rights.old-enough', { why: reason('rights.no-licence'), year: 1919 }),
    'It names no licence. Published in 1919, it is in the public domain in the United States.',
    'Es ist keine Lizenz angegeben. Im Jahr 1919 veröffentlicht, ist die Aufnahme in den USA gemeinfrei.',
  ],
  [
    reason('rights.licence-allows', { licence }),
    'Creative Commons Attribution 4.0 allows it.',
    'Die Lizenz erlaubt es: Creative Commons Attribution 4.0.',
  ],
  [
    reason('rights.artists-account', { by: 'MusicBrainz', account: 'Ina Voss' }),
    'Ina Voss, whom MusicBrainz credits, put it there.',
    'Eingestellt von Ina Voss, laut MusicBrainz an der Aufnahme beteiligt.',
  ],
])('%j', (given, english, german) => {
  expect(say(given, en)).toBe(english)
  expect(say(given, de)).toBe(german)
})

describe('the name of a licence', () => {
  test.each([
    ['CC-BY-SA-3.0', 'Creative Commons Attribution-ShareAlike 3.0', undefined],
    ['own-copy', 'Your own copy', 'Eigenes Exemplar'],
    ['unknown', 'No known licence', 'Keine bekannte Lizenz'],
    ['unknown', 'Creative Commons sampling+', undefined],
    ['all-rights-reserved', 'All rights reserved', 'Alle Rechte vorbehalten'],
    ['LicenseRef-public-domain', 'Stated to be in the public domain', 'Als gemeinfrei bezeichnet'],
    [
      'CC-BY',
      'Creative Commons Attribution, version not given',
      'Creative Commons Attribution, ohne Angabe der Version',
    ],
  ])('%s (%s)', (id, name, german) => {
    const given = reason('rights.licence', { id, name })
    expect(say(given, en)).toBe(name)
    expect(say(given, de)).toBe(german ?? name)
  })
})
