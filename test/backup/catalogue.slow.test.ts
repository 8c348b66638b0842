import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Progress } from '../../src/model/progress.ts'
import { runCommand } from '../support/command-line.ts'
import { makeTempDir } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

test('a catalogue names what no folder has, and knows what the playlist leaves out', async () => {
  const dir = await makeTempDir()
  const [library, catalogue] = [join(dir, 'Music'), join(dir, 'catalogue')]
  for (const [album, seconds] of [
    ['Dawn', 4],
    ['Dusk', 40],
  ] as const) {
    await mkdir(join(library, 'The Testers', album), { recursive: true })
    await writeFile(join(library, 'The Testers', album, '01 Amber.wav'), makeWav(seconds, seconds))
  }
  const records = [
    { id: 'r1', title: 'Amber', artists: ['The Testers'], album: 'Dusk', durationMs: 40_000 },
    { id: 'r2', title: 'Basalt', artists: ['The Testers'], album: 'Noon', durationMs: 60_000 },
  ]
  const dump = join(dir, 'dump.jsonl')
  await writeFile(dump, records.map((record) => JSON.stringify(record)).join('\n'))
  const list = join(dir, 'list.txt')
  await writeFile(list, 'The Testers - Amber\nThe Testers - Basalt\nThe Testers - Cedar\n')
  const run = (...args: string[]) => runCommand(args, join(dir, 'cache'))
  const built = await run('catalogue', 'build', '--out', catalogue, dump)
  expect(built.code, built.stderr).toBe(0)

  const backUp = async (...more: string[]) => {
    const args = ['-l', library, '-i', join(dir, 'Keep'), '--dry-run', '--json', ...more]
    const { stdout } = await run('backup', list, ...args)
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line): Progress => JSON.parse(line))
    const report = events.find((event) => event.kind === 'report')
    return report?.report.outcomes ?? []
  }
  expect((await backUp()).map(({ kind }) => kind)).toEqual(['ambiguous', 'not-found', 'not-found'])
  const [amber, basalt, cedar] = await backUp('-c', catalogue)
  expect(pathOf(amber)).toMatch(/Dusk/)
  expect(basalt).toMatchObject({ kind: 'not-found', known: { recording: { id: 'r2' } } })
  expect(cedar).not.toHaveProperty('known')
})

test('a file under another name of the artist is kept where a catalogue knows the name', async () => {
  const dir = await makeTempDir()
  const [library, catalogue] = [join(dir, 'Music'), join(dir, 'catalogue')]
  await mkdir(join(library, 'Quillon', 'Dawn'), { recursive: true })
  await writeFile(join(library, 'Quillon', 'Dawn', '01 Paper Gate.wav'), makeWav(4, 4))
  const names = join(dir, 'names.jsonl')
  await writeFile(names, '{"artist":"Old Quill","aliases":["Quillon"]}')
  const list = join(dir, 'list.txt')
  await writeFile(list, 'Old Quill - Paper Gate\n')
  const run = (...args: string[]) => runCommand(args, join(dir, 'cache'))
  const built = await run('catalogue', 'build', '--out', catalogue, '--artists', names)
  expect(built.code, built.stderr).toBe(0)
  const backUp = async (...more: string[]) => {
    const args = ['-l', library, '-i', join(dir, 'Keep'), '--offline', '--json', ...more]
    const lines = (await run('backup', list, ...args)).stdout.trimEnd().split('\n')
    const events = lines.map((line): Progress => JSON.parse(line))
    return events.find((event) => event.kind === 'report')?.report.outcomes[0]
  }
  expect((await backUp('--dry-run'))?.kind).not.toBe('would-keep')
  const kept = await backUp('--dry-run', '-c', catalogue)
  expect(pathOf(kept)).toMatch(/Paper Gate/)
  expect(JSON.stringify(kept)).toContain('match.same-artist')
})

function pathOf(outcome?: Outcome): string | undefined {
  return outcome?.kind === 'would-keep' ? outcome.match.recording.id : undefined
}
