import { describe, expect, test } from 'vitest'
import { describeShared } from '../../support/shared.ts'
import { listTracks } from '../../support/tracks.ts'
import { describeEncoders, openStudio } from '../studio.ts'
import { expectAsEbur128, hasEbur128 } from './ebur128.ts'

describeEncoders('loudness', (kind) => {
  const studio = openStudio(kind)
  describe.skipIf(!hasEbur128)('beside FFmpeg’s own', () => {
    describeShared('on real tracks', 'data/music', () => {
      test('each is within 0.1 LU', async () => {
        const tracks = await listTracks()
        expect(tracks.length).toBeGreaterThan(4)
        for (const path of tracks) await expectAsEbur128(studio, path)
      })
    })
  })
})
