import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/outcome.ts'
import { startBackup } from '../support/backup.ts'
import { makeTempDir } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'

const sheet = `PERFORMER "The Testers"
TITLE "One File"
FILE "One File.wav" WAVE
  TRACK 01 AUDIO
    TITLE "Amber"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Basalt"
    INDEX 01 00:04:00
  TRACK 03 AUDIO
    TITLE "Cobalt"
    INDEX 01 00:08:00
`

async function backUp(dir: string, dryRun = false): Promise<Report | undefined> {
  for await (const event of startBackup(dir, { format: 'flac', dryRun }))
    if (event.kind === 'report') return event.report
  return undefined
}

test('tracks of an album in one file are kept each by itself, and known again', async () => {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music/One File.wav'), makeTune(12, 1))
  await writeFile(join(dir, 'Music/One File.cue'), sheet)
  const rows = ['Basalt,The Testers', 'Cobalt,The Testers', 'One File,The Testers']
  await writeFile(join(dir, 'list.csv'), `Title,Artist\n${rows.join('\n')}\n`)

  const first = await backUp(dir)
  const kinds = (report: Report | undefined) => report?.outcomes.map(({ kind }) => kind)
  expect(kinds(first)).toEqual(['kept', 'kept', 'not-found'])
  const [basalt, cobalt] = (first?.outcomes ?? []).map((each) => 'kept' in each && each.kept)
  const path = join(dir, 'Music/One File.wav')
  expect(basalt).toMatchObject({ durationMs: 4000, chosen: { id: `${path}#2`, title: 'Basalt' } })
  expect(cobalt).toMatchObject({ durationMs: 4000, chosen: { id: `${path}#3`, title: 'Cobalt' } })

  const second = await backUp(dir)
  expect(kinds(second)).toEqual(['already-kept', 'already-kept', 'not-found'])
})
