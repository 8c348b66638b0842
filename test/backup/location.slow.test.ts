import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/outcome.ts'
import { startBackup } from '../support/backup.ts'
import { makeTempDir } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

async function backUp(dir: string, list: string): Promise<Report | undefined> {
  for await (const event of startBackup(dir, { inputs: [join(dir, list)] }))
    if (event.kind === 'report') return event.report
  return undefined
}

/** Two takes of one song under one name, told apart by their folders alone; and one that its name says nothing of. */
async function makeMusic(): Promise<string> {
  const dir = await makeTempDir()
  const files = {
    'First/The Testers - Amber.wav': makeWav(3, 1),
    'Second/The Testers - Amber.wav': makeWav(3, 2),
    'The Testers/Basalt/01 Track 01.wav': makeWav(3, 3),
  }
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(join(dir, 'Music', name, '..'), { recursive: true })
    await writeFile(join(dir, 'Music', name), bytes)
  }
  return dir
}

const origins = (report: Report | undefined, dir: string) =>
  report?.outcomes.map((outcome) =>
    'kept' in outcome ? outcome.kept.chosen.id.replace(join(dir, 'Music/'), '') : outcome.kind,
  )

test('entries of one name that name two files get both, and the next run leaves both alone', async () => {
  const dir = await makeMusic()
  const entries = ['Second', 'First', 'Second'].map(
    (folder) => `#EXTINF:3,The Testers - Amber\n/elsewhere/Music/${folder}/The Testers - Amber.wav`,
  )
  await writeFile(join(dir, 'list.m3u8'), ['#EXTM3U', ...entries, ''].join('\n'))
  const wanted = ['Second', 'First', 'Second'].map((name) => `${name}/The Testers - Amber.wav`)

  const first = await backUp(dir, 'list.m3u8')
  expect(origins(first, dir)).toEqual(wanted)
  expect(first?.outcomes.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'already-kept'])
  const second = await backUp(dir, 'list.m3u8')
  expect(origins(second, dir)).toEqual(wanted)
  expect(second?.outcomes.map(({ kind }) => kind)).toEqual(Array(3).fill('already-kept'))

  // The library has been sorted anew: what was kept stays.
  await rm(join(dir, 'Music/First'), { recursive: true })
  const third = await backUp(dir, 'list.m3u8')
  expect(third?.outcomes.map(({ kind }) => kind)).toEqual(Array(3).fill('already-kept'))
})

test('a row that is nothing but a location is called as the file is', async () => {
  const dir = await makeMusic()
  await writeFile(join(dir, 'list.m3u8'), 'Music\\The Testers\\Basalt\\01 Track 01.wav\n')
  const report = await backUp(dir, 'list.m3u8')
  expect(report?.playlist.entries[0]).toMatchObject({
    track: { title: 'Track 01', artists: ['The Testers'], album: 'Basalt' },
    note: { code: 'backup.name-from-tags' },
  })
  expect(report?.outcomes[0]).toMatchObject({
    kind: 'kept',
    kept: {
      chosen: {
        evidence: expect.arrayContaining([expect.objectContaining({ field: 'location' })]),
      },
    },
  })
})

test('nothing outside of the folders is opened', async () => {
  const dir = await makeMusic()
  await writeFile(join(dir, 'Outside.wav'), makeWav(3, 4))
  await writeFile(join(dir, 'list.m3u8'), `${join(dir, 'Outside.wav')}\nOutside.wav\n`)
  const report = await backUp(dir, 'list.m3u8')
  expect(report?.outcomes.map(({ kind }) => kind)).toEqual(['not-found', 'not-found'])
})
