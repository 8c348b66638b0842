import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../support/command-line.ts'
import { listFiles, makeTempDir } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

test('what was backed up goes out again, kept or not, and a player finds the files', async () => {
  const dir = await makeTempDir()
  const run = (...args: string[]) => runCommand(args, join(dir, 'cache'))
  const [keep, out] = [join(dir, 'Keep'), join(dir, 'out')]
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music', 'The Testers - Amber.wav'), makeWav(1, 1))
  for (const name of ['One', 'Two']) {
    const list = join(dir, `${name}.csv`)
    await writeFile(
      list,
      'Title,Artist,ISRC\nAmber,The Testers,\n"=Basalt, ""live""",Nobody,QZTST2600001\n',
    )
    await run('backup', list, '-l', join(dir, 'Music'), '-i', keep)
  }

  const both = await run('export', keep, '--as', 'csv')
  expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('There are: One, Two') })
  const one = await run('export', keep, '--as', 'csv', '--playlist', 'One')
  expect(one.stdout).toMatch(/^Title,Artist 1,/)
  expect(one.stdout).toContain('"=Basalt, ""live""",Nobody,')
  expect(one.stdout).toContain('QZTST2600001')

  expect((await run('export', keep, '--as', 'm3u8', '--out', out)).code).toBe(0)
  expect(await listFiles(out)).toEqual(['One.m3u8', 'Two.m3u8'])
  const player = await readFile(join(out, 'One.m3u8'), 'utf8')
  const paths = player.split('\n').filter((line) => line && !line.startsWith('#'))
  expect(paths).toHaveLength(1)
  expect((await readFile(join(out, paths[0] ?? ''))).length).toBeGreaterThan(1000)

  // The same again is no matter; another file of the name stays, unless it may be replaced.
  expect((await run('export', keep, '--as', 'm3u8', '--out', out)).code).toBe(0)
  await writeFile(join(out, 'One.m3u8'), 'mine')
  const again = await run('export', keep, '--as', 'm3u8', '--out', out)
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('One.m3u8') })
  expect(await readFile(join(out, 'One.m3u8'), 'utf8')).toBe('mine')
  expect((await run('export', keep, '--as', 'm3u8', '--out', out, '--replace')).code).toBe(0)
  expect(await readFile(join(out, 'One.m3u8'), 'utf8')).toBe(player)

  expect(await run('export', dir, '--as', 'csv')).toMatchObject({ code: 2 })
  expect(await run('export', keep, '--as', 'tape')).toMatchObject({ code: 2 })
  const none = await run('export', keep, '--as', 'xspf', '-p', 'Three')
  expect(none.stderr).toContain('no playlist called Three')
})
