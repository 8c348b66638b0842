import { expect, test } from 'vitest'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { say } from '../../../src/words/say.ts'

const refusal = reason('source.refused', { place: 'Deezer', status: 403 })

test.each<[Reason, english: string, german: string]>([
  [
    reason('app.service-works', { questions: 1, ms: 87 }),
    'works (1 question, 87 ms)',
    'geht (1 Frage, 87 ms)',
  ],
  [
    reason('app.service-works', { questions: 3, ms: 2213 }),
    'works (3 questions, 2,213 ms)',
    'geht (3 Fragen, 2.213 ms)',
  ],
  [
    reason('app.service-refuses', { why: refusal, said: 'Not from here.' }),
    'refuses: Deezer refused to answer (HTTP status 403). It says: “Not from here.”',
    'lehnt ab: Deezer hat keine Antwort gegeben (HTTP-Status 403). Er sagt: „Not from here.“',
  ],
  [
    reason('app.service-refuses', { why: refusal }),
    'refuses: Deezer refused to answer (HTTP status 403).',
    'lehnt ab: Deezer hat keine Antwort gegeben (HTTP-Status 403).',
  ],
  [
    reason('app.service-refuses', { why: reason('app.service-asks-to-wait', { seconds: 18 }) }),
    'refuses: It asks not to be asked again for 18 seconds.',
    'lehnt ab: Er will 18 Sekunden lang nicht gefragt werden.',
  ],
  [
    reason('app.service-unreachable', { why: reason('app.service-silent', { seconds: 10 }) }),
    'cannot be reached: It has not answered within 10 seconds.',
    'ist nicht zu erreichen: Er hat binnen 10 Sekunden nicht geantwortet.',
  ],
  [
    reason('app.service-other-shape', { missing: 'response.docs' }),
    'answers in a shape that is not known here: “response.docs” is missing.',
    'antwortet in einer Form, die hier nicht bekannt ist: „response.docs“ fehlt.',
  ],
  [
    reason('app.service-other-shape', {
      why: reason('source.answer-damaged', { place: 'iTunes' }),
    }),
    'answers in a shape that is not known here: The answer of iTunes is damaged or was cut off.',
    'antwortet in einer Form, die hier nicht bekannt ist: Die Antwort von iTunes ist beschädigt oder abgeschnitten.',
  ],
  [
    reason('app.service-found-nothing', { status: 404 }),
    'answers (HTTP status 404), but not with what it is known to have.',
    'antwortet (HTTP-Status 404), aber nicht mit dem, was er bekanntlich hat.',
  ],
  [
    reason('app.service-needs-key'),
    'is not asked without a key',
    'wird ohne Schlüssel nicht gefragt',
  ],
  [
    reason('app.report-service', { file: '/a/deezer.json', url: 'https://example.org/issues' }),
    'Please report it at https://example.org/issues, with the file /a/deezer.json: it holds the answers, and no key and nothing about you.',
    'Bitte melden unter https://example.org/issues, mit der Datei /a/deezer.json: Sie enthält die Antworten, und keinen Schlüssel und nichts Persönliches.',
  ],
  [
    reason('app.report-service', { url: 'https://example.org/issues' }),
    'Please report it at https://example.org/issues, with the file below: it holds the answers, and no key and nothing about you.',
    'Bitte melden unter https://example.org/issues, mit der Datei hierunter: Sie enthält die Antworten, und keinen Schlüssel und nichts Persönliches.',
  ],
])('%j', (given, english, german) => {
  expect(say(given, en)).toBe(english)
  expect(say(given, de)).toBe(german)
})
