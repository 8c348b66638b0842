import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { probeFile, probeRemote } from '../../../src/tags/read/probe-file.ts'
import { png, withPicture } from '../pictures.ts'

/* A file that lies on a server: the same is read of it, and no more than has to be. */

const picture = png(300)
const song = Buffer.concat([withPicture(picture, 'image/png'), Buffer.alloc(5_000_000)])

test('tags and picture are those of the file, in few requests', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-remote-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const path = join(dir, 'song.mp3')
  await writeFile(path, song)
  const asked: number[] = []
  const readAt = async (start: number, length: number) => {
    asked.push(length)
    return Buffer.from(song.subarray(start, start + length))
  }
  const remote = await probeRemote({ size: song.length, readAt }, 'song.mp3')
  expect(remote).toEqual(await probeFile(path))
  expect(remote.tags.cover?.bytes).toEqual(Buffer.from(picture))
  expect(asked.length).toBeLessThanOrEqual(4)
})

test('what the server says goes on to whoever asked', async () => {
  const readAt = async () => {
    throw new Error('gone')
  }
  await expect(probeRemote({ size: 1000, readAt }, 'song.mp3')).rejects.toThrow('gone')
})
