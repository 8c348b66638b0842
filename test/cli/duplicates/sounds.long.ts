import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openStudio } from '../../media/studio.ts'
import { makeTempDir } from '../../support/program.ts'
import { describeShared, shared } from '../../support/shared.ts'
import { duplicates, readClusters, readLines } from '../support/duplicate-sounds.ts'

const studio = openStudio()

describeShared('real tracks', 'data/music', () => {
  test('are found again at 64 kbit/s, and never taken for one another', async () => {
    const dir = await makeTempDir()
    const music = join(dir, 'Music')
    await mkdir(music)
    const names = (await readdir(shared('data/music'), { recursive: true }))
      .sort()
      .filter((name) => /\.(?:mp3|flac|ogg|wav)$/.test(name))
    expect(names.length).toBeGreaterThan(5)
    for (const [at, name] of names.entries()) {
      const input = shared('data/music', name)
      await copyFile(input, join(music, `${at}${extname(name)}`))
      if (at >= 4) continue
      const output = join(music, `${at}.low.mp3`)
      const args = '-c:a libmp3lame -b:a 64k -f mp3'.split(' ')
      const job = { input, output, args, timeLimitMs: 120_000 }
      expect(await studio.ffmpeg.run(job, new AbortController().signal)).toMatchObject({ code: 0 })
    }
    const expected = names.map((name, at) => [
      ...(at < 4 ? [`${at}.low.mp3`] : []),
      `${at}${extname(name)}`,
    ])
    const { stdout } = await duplicates(dir, '--json')
    expect(readClusters(readLines(stdout), music)).toEqual(expected.sort())
  })
})
