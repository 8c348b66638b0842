import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../support/command-line.ts'
import { makeTempDir } from '../support/program.ts'

const listens = (...titles: readonly string[]) =>
  titles
    .map((track_name, at) => ({
      listened_at: 1_700_000_000 + at,
      track_metadata: { track_name, artist_name: 'Ada Holm' },
    }))
    .map((listen) => `${JSON.stringify(listen)}\n`)
    .join('')

test('a history through standard input, for a person, for a program, and as files', async () => {
  const [cache, out] = [await makeTempDir(), join(await makeTempDir(), 'tail')]
  const history = listens('Amber', 'Amber', 'Amber', 'Basalt')
  const told = await runCommand(['tail', '--history', '-', '--out', out], cache, history)
  expect(told.code).toBe(0)
  expect(told.stdout.split('\n').length).toBeLessThanOrEqual(24)
  expect(await readdir(out)).toEqual(['long-tail-curves.csv', 'long-tail.csv', 'long-tail.html'])
  const { stdout } = await runCommand(['tail', '--history', '-', '--json'], cache, history)
  expect(JSON.parse(stdout)).toMatchObject({ all: { tracks: 2, plays: 4 }, gini: 0.25 })
})

test('what was named wrongly is wrong use or an error, and writes nothing', async () => {
  const [cache, out] = [await makeTempDir(), await makeTempDir()]
  expect((await runCommand(['tail'], cache)).code).not.toBe(0)
  await writeFile(join(out, 'long-tail.html'), 'mine')
  const refused = ['tail', '--history', '-', '--out', out]
  expect((await runCommand(refused, cache, listens('Amber'))).code).not.toBe(0)
  expect(await readdir(out)).toEqual(['long-tail.html'])
})
