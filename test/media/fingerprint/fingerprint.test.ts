import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../../src/base/process/command.ts'
import { decode } from '../../../src/media/decode/decode.ts'
import { openFfmpeg } from '../../../src/media/ffmpeg/ffmpeg.ts'
import { findEncoder } from '../../../src/media/ffmpeg/find-encoder.ts'
import { readFingerprint } from '../../../src/media/fingerprint/code.ts'
import { compareFingerprints } from '../../../src/media/fingerprint/compare.ts'
import type { Fingerprint } from '../../../src/model/media.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { TRIES_ALL } from '../../support/runs.ts'
import { describeShared } from '../../support/shared.ts'
import { listTracks } from '../../support/tracks.ts'
import { describeEncoders, makeWav, never, openStudio } from '../studio.ts'

const fpcalc = await runCommand('fpcalc', ['-version']).catch(() => undefined)
if (!fpcalc) console.warn('SKIPPED, no fpcalc on PATH: fingerprints beside the reference program')

describe('a fingerprint', () => {
  test('that is damaged, or none, is nothing', () => {
    for (const code of ['', '!', 'AQAA', 'AQ', 'AQADtEkSSVISJcmk4BLhWt', 'A____', 'é'.repeat(50)])
      expect(readFingerprint(code)?.words.length ?? 0, code).toBe(0)
    fc.assert(
      fc.property(fc.base64String({ maxLength: 400 }), (text) => {
        const words = readFingerprint(text.replaceAll('+', '-').replaceAll('/', '_'))?.words
        expect(words?.length ?? 0).toBeLessThanOrEqual(100_000)
      }),
    )
  })
})

describeEncoders('fingerprints', (kind) => {
  const studio = openStudio(kind)

  test('of less than three seconds are none', async () => {
    const input = await studio.record('short.wav', makeWav({ seconds: 2 }))
    const { audio } = await probeFile(input)
    const analysis = await decode(studio.ffmpeg, { input, audio, scratch: studio.path('s') }, never)
    expect(analysis.fingerprint).toBeUndefined()
  })

  describe.skipIf(!fpcalc)('equal those of fpcalc', () => {
    describeShared('on real tracks', 'data/music', () => {
      test.runIf(TRIES_ALL)('each', async () => {
        await using ffmpeg = openFfmpeg(await findEncoder({ ffmpeg: kind }), 2)
        const prints: Fingerprint[] = []
        const tracks = await listTracks()
        for (const input of tracks) {
          const { audio } = await probeFile(input)
          const scratch = studio.path('real')
          const analysis = await decode(ffmpeg, { input, audio, scratch }, never)
          const [plain, raw] = await Promise.all(
            ['-plain', '-raw'].map((flag) => runCommand('fpcalc', [flag, input])),
          )
          const code = analysis.fingerprint?.code ?? ''
          if (analysis.fingerprint) prints.push(analysis.fingerprint)
          expect(code, input).toBe(plain?.stdout.trim())
          const words = /FINGERPRINT=(.*)/.exec(raw?.stdout ?? '')?.[1]
          expect(readFingerprint(code)?.words.join(), input).toBe(words)
        }
        expect(prints).toHaveLength(tracks.length)
        const likeness = prints.map((a) => prints.map((b) => compareFingerprints(a, b)?.likeness))
        for (const [i, row] of likeness.entries())
          for (const [j, like] of row.entries())
            expect(like, `${tracks[i]} and ${tracks[j]}`).toMatch(
              i === j ? /^same$/ : /^(different|unsure)$/,
            )
      })
    })
  })
})
