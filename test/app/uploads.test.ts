import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openUploads } from '../../src/app/playlists/uploads.ts'
import { makeTempDir } from '../support/program.ts'
import { errorLike } from '../support/reasons.ts'

const MEGABYTE = 2 ** 20
const { signal } = new AbortController()

test('one as large as may be is kept; a larger one is refused as it comes, and nothing of it stays', async () => {
  const dir = await makeTempDir()
  const uploads = await openUploads(dir, MEGABYTE)
  let taken = 0
  async function* pieces(count: number) {
    while (taken < count) {
      taken++
      yield Buffer.alloc(MEGABYTE / 16, taken)
    }
  }
  const whole = await uploads.receive('whole.csv', pieces(16), signal)
  expect(whole).toMatchObject({ name: 'whole.csv', bytes: MEGABYTE })
  expect(await readFile(await uploads.find(whole.id))).toHaveLength(MEGABYTE)

  taken = 0
  await expect(uploads.receive('large.csv', pieces(Infinity), signal)).rejects.toThrow(
    errorLike('playlist.upload-too-large', { maxMegabytes: 1 }),
  )
  expect(taken).toBe(17)
  expect(await readdir(dir)).toEqual([whole.id])
})
