import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BackupRequest } from '../../src/model/backup/request.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import { english } from '../../src/words/english.ts'
import { startBackup } from '../support/backup.ts'
import { makeTempDir } from '../support/program.ts'
import { makeTune, makeWav } from '../support/sound.ts'

async function backUp(
  dir: string,
  input: string,
  more: Partial<BackupRequest> = {},
): Promise<readonly Report[]> {
  const reports: Report[] = []
  for await (const event of startBackup(dir, { inputs: [input], ...more }))
    if (event.kind === 'report') reports.push(event.report)
  return reports
}

const kinds = (report?: Report) => report?.outcomes.map(({ kind }) => kind)
const reasonOf = (outcome?: Outcome) =>
  outcome && 'reason' in outcome ? english(outcome.reason) : undefined
const pathOf = (outcome?: Outcome) => (outcome && 'kept' in outcome ? outcome.kept.path : undefined)

async function addFile(dir: string, path: string, bytes: Uint8Array) {
  await mkdir(join(dir, 'Music', path, '..'), { recursive: true })
  await writeFile(join(dir, 'Music', path), bytes)
}

test('where the best copy is broken the next one is taken; where all are, the reasons are told', async () => {
  const dir = await makeTempDir()
  const whole = makeWav(2, 3)
  const broken = whole.subarray(0, whole.length / 2)
  await addFile(dir, 'a/The Testers - Amber.wav', broken)
  const list = join(dir, 'list.txt')
  await writeFile(list, 'The Testers - Amber\n')

  const [first] = await backUp(dir, list)
  expect(kinds(first)).toEqual(['failed'])
  expect(reasonOf(first?.outcomes[0])).toContain('Amber.wav')

  await addFile(dir, 'b/The Testers - Amber.wav', whole)
  const [second] = await backUp(dir, list)
  expect(kinds(second)).toEqual(['kept'])
})

test('one recording is one file, in one playlist and across several; each keeps its order', async () => {
  const dir = await makeTempDir()
  for (const [index, title] of ['Amber', 'Basalt', 'Cedar'].entries())
    await addFile(dir, `The Testers - ${title}.wav`, makeWav(2, index))
  const track = (trackName: string) => ({ track: { trackName, artistName: 'The Testers' } })
  const episode = { track: null, episode: { episodeName: 'News', showName: 'Daily' } }
  const playlists = [
    { name: 'One', items: [track('Basalt'), episode, track('Amber'), track('Basalt')] },
    { name: 'Two', items: [track('Amber'), track('Cedar')] },
  ]
  const input = join(dir, 'Playlist1.json')
  await writeFile(input, JSON.stringify({ playlists }))

  const [one, two] = await backUp(dir, input)
  expect(kinds(one)).toEqual(['kept', 'skipped', 'kept', 'already-kept'])
  expect(kinds(two)).toEqual(['already-kept', 'kept'])
  expect(pathOf(one?.outcomes[3])).toBe('One/01 The Testers - Basalt.mp3')
  expect(pathOf(two?.outcomes[0])).toBe('One/03 The Testers - Amber.mp3')
  const played = (await readFile(join(dir, 'Keep/Two/playlist.m3u8'), 'utf8'))
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  expect(played).toEqual(['../One/03 The Testers - Amber.mp3', '02 The Testers - Cedar.mp3'])
})

test('a listener that leaves in the middle leaves an archive that the next run completes', async () => {
  const dir = await makeTempDir()
  const titles = ['Amber', 'Basalt', 'Cedar', 'Delta']
  for (const [index, title] of titles.entries())
    await addFile(dir, `The Testers - ${title}.wav`, makeWav(2, index))
  const list = join(dir, 'list.txt')
  await writeFile(list, titles.map((title) => `The Testers - ${title}`).join('\n'))
  for await (const event of startBackup(dir, { inputs: [list] }))
    if (event.kind === 'outcome') break
  const [report] = await backUp(dir, list)
  // How many were finished before it left is a matter of time; what was told as kept is kept.
  const told = kinds(report) ?? []
  expect(told).toContain('already-kept')
  expect(told.filter((kind) => kind === 'kept' || kind === 'already-kept')).toHaveLength(4)
})

test('what was lost is made again of the same recording alone, whatever bears its name by then', async () => {
  const dir = await makeTempDir()
  await addFile(dir, 'a/The Testers - Amber.wav', makeTune(20, 1))
  const list = join(dir, 'list.txt')
  await writeFile(list, 'The Testers - Amber\n')
  const [first] = await backUp(dir, list)
  expect(first?.outcomes[0]).toMatchObject({
    kind: 'kept',
    kept: { fingerprint: { algorithm: 'chromaprint-2' }, loudness: { gainDb: expect.any(Number) } },
  })
  const path = join(dir, 'Keep', pathOf(first?.outcomes[0]) ?? '')
  const { outcomes } = JSON.parse(await readFile(join(path, '../report.json'), 'utf8'))
  expect(outcomes[0].kept.fingerprint.durationMs).toBe(20_000)

  await rm(path)
  await addFile(dir, 'a/The Testers - Amber.wav', makeTune(20, 2))
  const [second] = await backUp(dir, list)
  expect(kinds(second)).toEqual(['failed'])
  expect(reasonOf(second?.outcomes[0])).toContain('another recording')
  await expect(readFile(path)).rejects.toThrow('ENOENT')
  const [dry] = await backUp(dir, list, { replace: true, dryRun: true })
  expect(kinds(dry)).toEqual(['would-keep'])

  await addFile(dir, 'b/The Testers - Amber.wav', makeTune(20, 1))
  const [third] = await backUp(dir, list)
  expect(third?.outcomes[0]).toMatchObject({
    kind: 'kept',
    kept: { chosen: { id: expect.stringContaining('/b/') } },
  })

  // What was kept before may have been the wrong one: the user has the last word.
  await rm(path)
  await rm(join(dir, 'Music', 'b'), { recursive: true })
  const [fourth] = await backUp(dir, list, { replace: true })
  expect(kinds(fourth)).toEqual(['kept'])
})

test('two files of one name are one recording where they sound alike, and a question where not', async () => {
  const dir = await makeTempDir()
  await addFile(dir, 'a/The Testers - Amber.wav', makeTune(20, 1))
  await addFile(dir, 'b/The Testers - Amber.wav', makeTune(20, 1, 44_100))
  await addFile(dir, 'a/The Testers - Basalt.wav', makeTune(20, 2))
  await addFile(dir, 'b/The Testers - Basalt.wav', makeTune(20, 3))
  await addFile(dir, 'a/The Testers - Cedar.wav', makeTune(20, 4))
  await addFile(dir, 'b/The Testers - Cedar.wav', makeTune(20, 4).subarray(0, 60))
  const list = join(dir, 'list.txt')
  await writeFile(list, 'The Testers - Amber\nThe Testers - Basalt\nThe Testers - Cedar\n')
  const [report] = await backUp(dir, list)
  expect(kinds(report)).toEqual(['kept', 'ambiguous', 'kept'])
  const basalt = report?.outcomes[1]
  expect(basalt).toMatchObject({ reason: { code: 'backup.files-conflict' } })
  for (const folder of ['a', 'b'])
    expect(reasonOf(basalt)).toContain(join(folder, 'The Testers - Basalt.wav'))
})
