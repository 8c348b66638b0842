import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Progress } from '../../src/model/progress.ts'
import { listFiles, makeTempDir, readJson, runProgram, startProgram } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

/** A library of short sounds, a playlist of lines that changes, and an archive. */
async function setUp(...titles: readonly string[]) {
  const dir = await makeTempDir()
  const [library, keep] = [join(dir, 'Music'), join(dir, 'Keep')]
  await mkdir(library)
  for (const [at, title] of titles.entries())
    await writeFile(join(library, `The Testers - ${title}.wav`), makeWav(1, at + 1))
  const run = (...args: string[]) => runProgram(args, join(dir, 'cache'))
  const write = (name: string, ...rows: readonly string[]) =>
    writeFile(
      join(dir, `${name}.csv`),
      `Title,Artist\n${rows.map((row) => `${row},The Testers\n`).join('')}`,
    )
  const backup = async (name: string, ...args: string[]) =>
    run('backup', join(dir, `${name}.csv`), '-l', library, '-i', keep, ...args)
  const music = async () =>
    (await listFiles(keep)).filter((path) => path.endsWith('.mp3')).map((path) => path.slice(8))
  const trash = async () => {
    const folders = await readdir(join(keep, '.songkeep/trash')).catch(() => [])
    const all = folders.map((folder) => listFiles(join(keep, '.songkeep/trash', folder)))
    return (await Promise.all(all)).flat().filter((path) => path.endsWith('.mp3'))
  }
  return { dir, library, keep, run, write, backup, music, trash }
}

const eventsOf = (stdout: string): Progress[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a changed playlist is told in the terminal, the page, the report and the history; all files stay', async () => {
  const { keep, run, write, backup, music } = await setUp('Amber', 'Basalt', 'Cedar', 'Dune')
  await write('Evening', 'Amber', 'Basalt', 'Cedar')
  const first = await backup('Evening')
  expect(first.stdout).not.toMatch(/Since|not changed/)
  expect((await run('history', keep)).stdout).toMatch(/Evening\nLast backed up.*\n\nNothing has/)

  expect((await backup('Evening')).stdout).toMatch(/The playlist has not changed since .* UTC\./)
  expect(await listFiles(join(keep, 'Evening'))).not.toContain('history.jsonl')

  await write('Evening', 'Cedar', 'Amber', 'Dune')
  const second = await backup('Evening')
  expect(second.code).toBe(0)
  expect(second.stdout).toMatch(/Since .* UTC: 1 added, 1 removed, 1 moved\n/)
  expect(second.stdout).toMatch(/\+ Added +3 +The Testers – Dune\n/)
  expect(second.stdout).toMatch(/− Removed +2 +The Testers – Basalt\n/)
  expect(second.stdout).toMatch(/↕ Moved +3 → 1 +The Testers – Cedar\n/)
  const page = await readFile(join(keep, 'Evening/report.html'), 'utf8')
  expect(page).toMatch(/<summary>Since [^<]*: 1 added, 1 removed, 1 moved<\/summary>/)
  const report = await readJson<{ changes: unknown }>(join(keep, 'Evening/report.json'))
  expect(report.changes).toMatchObject({
    added: [{ position: 3, track: { title: 'Dune' } }],
    removed: [{ position: 2, track: { title: 'Basalt' } }],
    moved: [{ from: { position: 3 }, to: { position: 1, track: { title: 'Cedar' } } }],
    changed: [],
  })
  expect(await music()).toHaveLength(4)
  expect((await run('verify', keep)).stdout).toBe('4 files read, every one whole.\n')

  const told = await run('history', keep, '--playlist', 'Evening')
  expect(told.stdout).toMatch(
    /Left the playlist \(1\)\n {2}\d+ \w+ \d{4} {2}The Testers – Basalt\n/,
  )
  expect(told.stdout).toMatch(/Runs that found it changed \(1\)\n.* UTC {2}1 added, 1 removed/)

  await write('Evening', 'Basalt', 'Cedar', 'Amber', 'Dune')
  await backup('Evening')
  await appendFile(join(keep, 'Evening/history.jsonl'), '{"at":"torn')
  const { stdout } = await run('history', keep, '--json')
  const [history] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(history).toMatchObject({ playlist: 'Evening', left: [], damagedLines: [3] })
  expect(history.changes).toHaveLength(2)
  expect((await run('history', keep)).stdout).toMatch(/Lines of its history that cannot be read: 3/)
  expect(await run('history', keep, '-p', 'Morning')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There are: Evening.'),
  })
})

describe('--prune', () => {
  test('moves what no playlist has to the trash, says so, and leaves the rest; a dry run only says it', async () => {
    const { keep, run, write, backup, music, trash } = await setUp('Amber', 'Basalt', 'Cedar')
    await write('Evening', 'Amber', 'Basalt', 'Cedar')
    await write('Morning', 'Basalt')
    await backup('Evening')
    await backup('Morning')
    await writeFile(join(keep, 'Evening', 'their own.mp3'), 'theirs')
    await write('Evening', 'Amber')

    const dry = await backup('Evening', '--prune', '--dry-run')
    expect(dry.stdout).toMatch(
      /Pruned: 1 file, .* would go to the trash\.\n {2}Evening\/03 .*Cedar/,
    )
    expect(await trash()).toEqual([])
    expect((await backup('Evening')).stdout).not.toMatch(/Pruned/)
    expect(await music()).toHaveLength(4)

    const pruned = await backup('Evening', '--prune')
    expect(pruned.stdout).toMatch(
      /Pruned: 1 file, .* moved to the trash\.\n {2}Evening\/03 .*Cedar/,
    )
    expect(pruned.stdout).toContain(join(keep, '.songkeep', 'trash'))
    expect(await trash()).toEqual(['Evening/03 The Testers - Cedar.mp3'])
    expect(await music()).toEqual([
      '01 The Testers - Amber.mp3',
      '02 The Testers - Basalt.mp3',
      'their own.mp3',
    ])
    const verified = await run('verify', keep)
    expect(verified).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Not ours: .*own\.mp3\n/),
    })

    const again = await backup('Evening', '--prune')
    expect(again.stdout).toMatch(/Nothing to prune/)
    await write('Evening', 'Amber', 'Cedar')
    expect((await backup('Evening', '--prune')).stdout).toMatch(/All 2 tracks kept/)
  })

  test('does nothing where it is not sure: an empty input, a report that cannot be read', async () => {
    const { keep, write, backup, music, trash } = await setUp('Amber', 'Basalt')
    await write('Evening', 'Amber')
    await write('Morning', 'Basalt')
    await backup('Evening')
    await backup('Morning')
    await writeFile(join(keep, 'Morning/report.json'), '{"torn')
    const unsure = await backup('Evening', '--prune')
    expect(unsure.stdout).toMatch(/Nothing was pruned\. The playlist in the folder Morning has no/)
    await rm(join(keep, 'Morning/report.json'))
    const [last] = eventsOf((await backup('Evening', '--prune', '--json')).stdout).slice(-1)
    expect(last).toMatchObject({ kind: 'not-pruned', reason: expect.stringContaining('Morning') })
    await backup('Morning')
    await writeFile(join(keep, '../Evening.csv'), 'Title,Artist\n,\n')
    const empty = await backup('Evening', '--prune')
    expect(empty.stdout).toMatch(/Nothing was pruned\. Evening names no track at all any more/)
    expect(await music()).toHaveLength(2)
    expect(await trash()).toEqual([])
  })

  test('a run that is stopped prunes nothing', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `Tune Number ${at}`)
    const { dir, library, keep, write, backup, music, trash } = await setUp('Amber', ...names)
    for (const [at, name] of names.entries())
      await writeFile(join(library, `The Testers - ${name}.wav`), makeWav(20, at + 5))
    await write('Evening', 'Amber')
    await backup('Evening')
    await write('Evening', ...names)
    const args = ['backup', join(dir, 'Evening.csv'), '-l', library, '-i', keep]
    const { child, ended } = startProgram([...args, '-j', '1', '--prune', '--json'], join(dir, 'c'))
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('"kind":"outcome"') && resolve())
    })
    child.kill('SIGINT')
    const { code, stdout } = await ended
    expect(code).toBe(130)
    expect(eventsOf(stdout).at(-1)).toMatchObject({
      kind: 'not-pruned',
      reason: 'The run was stopped before its end.',
    })
    expect(await music()).toContain('01 The Testers - Amber.mp3')
    expect(await trash()).toEqual([])
  })
})

test('a track that the service empties keeps its name, its file and its place, and is told as withdrawn', async () => {
  const { dir, keep, run, library, music } = await setUp('Amber', 'Basalt', 'Cedar')
  const item = (title: string) => ({
    track: { name: title, artists: [{ name: 'The Testers' }], uri: uriOf(title) },
  })
  const write = (...tracks: readonly unknown[]) =>
    writeFile(
      join(dir, 'playlists.json'),
      JSON.stringify({ playlists: [{ name: 'Evening', tracks }] }),
    )
  const backup = (...args: readonly string[]) =>
    run('backup', join(dir, 'playlists.json'), '-l', library, '-i', keep, ...args)
  const emptied = { track: null }

  await write(item('Amber'), item('Basalt'), item('Cedar'))
  expect((await backup()).code).toBe(0)
  const whole = await readFile(join(keep, 'Evening/playlist.m3u8'), 'utf8')
  await write(item('Amber'), emptied, item('Cedar'))
  const told = await backup('--prune')
  expect(told.code).toBe(0)
  expect(told.stdout).toMatch(/Since .*: 1 withdrawn\n {2}⊘ Withdrawn {2}2 {2}The Testers – Basalt/)
  expect(told.stdout).toMatch(/Nothing to prune/)
  expect(await readFile(join(keep, 'Evening/playlist.m3u8'), 'utf8')).toBe(whole)

  // Once withdrawn it stays so, whatever else moves, and is told once.
  await write(item('Cedar'), item('Amber'), emptied)
  expect((await backup('--prune')).stdout).toMatch(/Since .*: 1 moved\n/)
  expect(await music()).toHaveLength(3)
  expect((await run('history', keep)).stdout).toMatch(
    /No longer played by the service \(1\)\n {2}\d+ \w+ \d{4} {2}The Testers – Basalt: This row no longer/,
  )

  await write(item('Cedar'), item('Amber'), item('Basalt'))
  expect((await backup()).stdout).toMatch(/Since .*: 1 returned\n/)
  expect((await run('history', keep)).stdout).not.toMatch(/No longer played/)
})

const uriOf = (title: string) => `spotify:track:${title.padEnd(22, '0')}`
