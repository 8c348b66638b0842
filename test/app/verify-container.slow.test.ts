import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyArchive } from '../../src/app/archives/health/verify.ts'
import { openArchive } from '../../src/archive/archive.ts'
import type { Media } from '../../src/model/media.ts'
import {
  mediaOf,
  options,
  playlistOf,
  recordingOf,
  trackOf,
  whyOf,
} from '../archive/support/sample.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'

const studio = openStudio()
let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'songkeep-verify-'))
})
afterAll(() => rm(root, { recursive: true }))

const titles = ['Whole', 'Broken', 'Broken But Its Owner’s']
const list = playlistOf(
  'Mix',
  titles.map((title) => trackOf(title)),
)

test('a container that is broken is told, though the file is as it was kept', async () => {
  const aac = ['-c:a', 'aac', '-movflags', 'faststart', '-f', 'ipod']
  const whole = await readFile(await studio.record('whole.m4a', makeWav({ seconds: 0.5 }), ...aac))
  const at = whole.indexOf('mdat') - 4
  const broken = Buffer.concat([whole.subarray(0, at), Buffer.from('stray'), whole.subarray(at)])
  {
    await using archive = await openArchive(root, { signal: never })
    const put = async (position: number, bytes: Buffer, how: Media['how']) => {
      const [track, recording] = [
        trackOf(titles[position - 1] ?? ''),
        recordingOf(String(position)),
      ]
      const path = join(archive.workDir, `${position}.m4a`)
      await writeFile(path, bytes)
      const media = mediaOf(path, { extension: 'm4a', how })
      const stem = archive.plan(list, position, track, recording)
      await archive.put(media, stem, whyOf(track, recording, { ...options, format: 'm4a' }))
    }
    await put(1, whole, 'copied')
    await put(2, broken, 'copied')
    await put(3, broken, 'kept')
    await archive.checkpoint()
  }
  const events = await Array.fromAsync(verifyArchive(root, never))
  const findings = events.flatMap((event) => (event.kind === 'finding' ? event.finding : []))
  expect(findings).toMatchObject([
    {
      kind: 'broken',
      path: 'Mix/02 Artist - Broken.m4a',
      reason: {
        code: 'media.container-broken',
        params: { detail: expect.stringMatching(/chunk 0/) },
      },
    },
  ])
})
