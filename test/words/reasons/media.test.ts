import { expect, test } from 'vitest'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { say } from '../../../src/words/say.ts'

test.each<[Reason, english: string, german: string]>([
  [
    reason('media.truncated', { durationMs: 61_234, promisedMs: 180_000 }),
    'the file is cut short: 61.23 s of 180.00 s are there',
    'die Datei ist abgeschnitten: 61,23 s von 180,00 s sind da',
  ],
  [
    reason('media.damaged-frames', { strayBytes: 12_000, bytes: 90_000 }),
    'the sound is damaged: 12000 of 90000 bytes belong to no frame',
    'der Ton ist beschädigt: 12.000 von 90.000 Bytes gehören zu keinem Frame',
  ],
  [
    reason('media.wrong-length', { durationMs: 1000, source: 'archive', expectedMs: 9000 }),
    'it is 1.00 s long, and archive says 9.00 s',
    'die Länge ist 1,00 s, laut archive wären es 9,00 s',
  ],
  [
    reason('media.wrong-recording', { errorRate: 0.412 }),
    'this is another recording: 41 % of its fingerprint differ from the copy that was kept before; to take it nevertheless, back up with --replace',
    'das ist eine andere Aufnahme: 41 % ihres Fingerabdrucks weichen von der früher gesicherten Kopie ab; um sie dennoch zu nehmen, mit --replace sichern',
  ],
  [
    reason('media.resampled', { fromHz: 88_200, toHz: 44_100, format: 'MP3' }),
    'resampled from 88.2 kHz to 44.1 kHz, as MP3 needs',
    'von 88,2 kHz auf 44,1 kHz umgerechnet, weil MP3 es verlangt',
  ],
  [
    reason('media.lossless-cut-off', { cutHz: 16_040 }),
    'nothing above 16.0 kHz: made from a lossy file, though it looks like a lossless one',
    'nichts oberhalb von 16,0 kHz: aus einer verlustbehafteten Datei gemacht, obwohl sie verlustfrei aussieht',
  ],
  [
    reason('media.lossy-cut-off', { cutHz: 16_040, bitRate: 320_000 }),
    'nothing above 16.0 kHz: made from a lossy file, though it looks like 320 kbit/s',
    'nichts oberhalb von 16,0 kHz: aus einer schlechteren Datei gemacht, obwohl sie nach 320 kbit/s aussieht',
  ],
  [
    reason('media.tags-left', { why: reason('media.m4a-fragmented') }),
    'kept with the tags it has: it is an M4A file in fragments',
    'mit den vorhandenen Tags behalten: es ist eine fragmentierte M4A-Datei',
  ],
  [
    reason('media.ffmpeg-timeout', { timeLimitMs: 630_000 }),
    'FFmpeg did not finish within 10.5 minutes',
    'FFmpeg wurde nicht innerhalb von 10,5 Minuten fertig',
  ],
])('$0.code', (why, english, german) => {
  expect(say(why, en)).toBe(english)
  expect(say(why, de)).toBe(german)
})
