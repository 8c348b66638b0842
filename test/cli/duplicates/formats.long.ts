import { copyFile, mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWav, openStudio } from '../../media/studio.ts'
import { makeTempDir, runProgram } from '../../support/program.ts'
import { makeTune } from '../../support/sound.ts'
import { duplicates, readClusters, readLines } from '../support/duplicate-sounds.ts'

const studio = openStudio()

const copies = {
  'flac.flac': '-c:a flac -f flac',
  'v0.mp3': '-c:a libmp3lame -q:a 0 -f mp3',
  '64.mp3': '-c:a libmp3lame -b:a 64k -f mp3',
  'opus.opus': '-c:a libopus -b:a 96k -f opus',
  'aac.m4a': '-c:a aac -b:a 128k -f mp4',
} as const

test('one sound is found in every format, and others are not; a second run listens to nothing', async () => {
  const dir = await makeTempDir()
  const music = join(dir, 'Music')
  await mkdir(music)
  const expected: string[][] = []
  for (const seed of [1, 2, 3]) {
    const wav = Buffer.from(makeTune(30, seed))
    const names = await Promise.all(
      Object.entries(copies).map(async ([ending, args]) => {
        const name = `${seed}.${ending}`
        await copyFile(await studio.record(name, wav, ...args.split(' ')), join(music, name))
        return name
      }),
    )
    expected.push(names.sort())
  }
  await writeFile(join(music, 'tone.wav'), makeWav({ seconds: 20 }))
  await writeFile(join(music, 'tone too.wav'), makeWav({ seconds: 20, rate: 22_050 }))
  await writeFile(join(music, 'text.mp3'), 'no sound\n'.repeat(1000))
  expected.push(['text.mp3'], ['tone too.wav'], ['tone.wav'])

  const first = await duplicates(dir, '--json')
  expect(readClusters(readLines(first.stdout), music)).toEqual(expected.sort())
  expect(readLines(first.stdout).filter(({ error }) => error)).toMatchObject([
    { id: join(music, 'text.mp3') },
  ])
  expect(first.stderr).toMatch(
    /Could not listen to .*text\.mp3.*\nListened to 18 files, 0 already known/,
  )

  await utimes(join(music, '1.v0.mp3'), 1, 1)
  // What was broken may have been busy or short of memory: it is tried again.
  const second = await duplicates(dir)
  // FFmpeg's two builds find other faults with what is no sound: one of them is worth a second try.
  expect(second.stderr).toMatch(/\nListened to [12] files?, 1[67] already known/)
  const [best, ...others] = second.stdout.split('\n\n')[0]?.split('\n') ?? []
  expect(best).toMatch(/1\.flac\.flac {2}\(FLAC, \d+ kbit\/s, 30\.0 s\)$/)
  expect(others).toHaveLength(4)
})

test('what is asked for must be one thing, and there', async () => {
  const dir = await makeTempDir()
  for (const args of [[], ['records.jsonl', '--audio', dir], ['--audio', join(dir, 'none')]])
    expect((await runProgram(['duplicates', ...args], join(dir, 'cache'))).code).not.toBe(0)
  await mkdir(join(dir, 'Music'))
  expect((await duplicates(dir)).stdout).toBe('No duplicates found.\n')
})
