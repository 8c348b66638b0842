import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ListedList } from '../../src/app/archives/lists/list-lists.ts'
import { runCommand } from '../support/command-line.ts'
import { listFiles } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

/*
 * Lists as people have them: two of one name from two folders, the next month's download of one of them, under the
 * name that a browser gives it. One test goes on where the one before ended.
 */

let dir: string
const keep = () => join(dir, 'Keep')
const run = (...args: readonly string[]) => runCommand(args, join(dir, 'cache'))
const titles = ['Amber', 'Basalt', 'Cedar', 'Dune', 'Ember', 'Fjord', 'Glade']

/** A CSV of those titles: one letter each. */
async function writeList(path: string, letters: string): Promise<string> {
  const rows = [...letters].map((letter) => titles.find((title) => title.startsWith(letter)))
  await mkdir(join(dir, path, '..'), { recursive: true })
  await writeFile(
    join(dir, path),
    ['Title,Artist', ...rows.map((title) => `${title},The Testers`), ''].join('\n'),
  )
  return join(dir, path)
}

const backup = (list: string, ...args: readonly string[]) =>
  run('backup', list, '-l', join(dir, 'Music'), '-i', keep(), '-f', 'flac', ...args)

async function lists(): Promise<readonly ListedList[]> {
  const { stdout } = await run('lists', keep(), '--json')
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const entriesOf = async (folder: string) => {
  const { outcomes } = JSON.parse(await readFile(join(keep(), folder, 'report.json'), 'utf8'))
  return outcomes.map(({ track }: { track: { title: string } }) => track.title[0]).join('')
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  await mkdir(join(dir, 'Music'))
  for (const [at, title] of titles.entries())
    await writeFile(join(dir, 'Music', `The Testers - ${title}.wav`), makeWav(1, at + 1))
  return () => rm(dir, { recursive: true })
}, 60_000)

describe('lists keep apart and together what is so', () => {
  test('two of one name have a folder each, and with --prune neither takes from the other', async () => {
    await backup(await writeList('ana/Favourites.csv', 'ABC'), '--prune')
    const { stdout } = await backup(await writeList('ben/Favourites.csv', 'DEFG'), '--prune')
    expect(stdout).toContain('Kept as a list of its own')
    expect(await entriesOf('Favourites')).toBe('ABC')
    expect(await entriesOf('Favourites (2)')).toBe('DEFG')
    expect((await listFiles(keep())).filter((path) => path.endsWith('.flac'))).toHaveLength(7)
  })

  test('the next download is the newer version, and its history tells what has changed', async () => {
    const { stdout } = await backup(await writeList('Favourites (1).csv', 'ABCG'))
    expect(stdout).toContain('Taken for the newer version of “Favourites”')
    expect(stdout).toMatch(/3 of 4 entries\s+are/)
    expect((await lists()).map(({ name }) => name)).toEqual(['Favourites', 'Favourites (2)'])
    const [one, two] = (await run('history', keep(), '--json')).stdout.trimEnd().split('\n')
    expect(JSON.parse(one ?? '')).toMatchObject({
      playlist: 'Favourites',
      changes: [{ removed: [] }],
    })
    expect(JSON.parse(two ?? '')).toMatchObject({ playlist: 'Favourites (2)', changes: [] })
  })

  test('--list settles it by id or name, and --as gives a name', async () => {
    const [, second] = await lists()
    await backup(await writeList('other.csv', 'AB'), '--list', second?.id ?? '', '--as', 'Ben’s')
    expect(await entriesOf('Favourites (2)')).toBe('AB')
    expect((await lists())[1]).toMatchObject({
      id: second?.id,
      name: 'Ben’s',
      folder: 'Favourites (2)',
      formerNames: ['Favourites (2)'],
    })
    const { stdout } = await backup(await writeList('other.csv', 'EF'), '--list', 'nightly')
    expect(stdout).toContain('A new list')
    expect(await lists()).toMatchObject([{}, {}, { id: 'nightly', name: 'other' }])
  })

  test('of several playlists at once, --list is refused', async () => {
    const folder = join(dir, 'ana')
    await writeList('ana/Second.csv', 'AB')
    const { code, stderr } = await backup(folder, '--list', 'x')
    expect([code, stderr]).toEqual([2, expect.stringContaining('--list says which list one')])
  })
})

describe('rename', () => {
  test('moves nothing, lasts, and is what every command calls the list', async () => {
    const before = await listFiles(keep())
    const { stdout } = await run('rename', keep(), 'Favourites', 'Ana’s best')
    expect(stdout).toContain('Its files stay in the folder Favourites')
    expect(await listFiles(keep())).toEqual(before)
    await backup(join(dir, 'Favourites (1).csv'))
    expect((await run('history', keep(), '-p', 'Ana’s best')).stdout).toContain('Ana’s best')
    const csv = await run('export', keep(), '--as', 'csv', '-p', 'Ana’s best')
    expect(csv.stdout).toContain('Glade')
    expect(await readFile(join(keep(), 'Favourites/playlist.m3u8'), 'utf8')).toContain(
      '#PLAYLIST:Ana’s best',
    )
    expect(await readdir(keep())).not.toContain('Ana’s best')
  })

  test('a name that another list has gets a number; a list that is not there is told', async () => {
    expect((await run('rename', keep(), 'nightly', 'Ben’s')).stdout).toContain('“Ben’s (2)”')
    const { code, stderr } = await run('rename', keep(), 'Nobody', 'x')
    expect([code, stderr]).toEqual([2, expect.stringContaining('Ana’s best')])
    expect((await run('rename', keep(), 'nightly', ' ')).code).toBe(2)
    await run('rename', keep(), 'nightly', 'In\ttwo\nlines')
    expect((await lists()).at(-1)?.name).toBe('In two lines')
  })
})

describe('lists go to the trash, come back and are joined', () => {
  test('what would go is said first, and all of it comes back', async () => {
    const before = await listFiles(keep())
    const ana = ['lists', 'remove', keep(), 'Ana’s best']
    expect((await run(...ana, '--dry-run')).code).toBe(0)
    expect(await listFiles(keep())).toEqual(before)
    expect((await run(...ana)).stdout).toContain('songkeep lists restore')
    expect((await lists()).map(({ name }) => name)).not.toContain('Ana’s best')
    expect((await run('lists', 'trash', keep())).stdout).toContain('“Ana’s best”')
    expect((await run('lists', 'restore', keep())).stdout).toContain('“Ana’s best”')
    const visible = (paths: readonly string[]) => paths.filter((path) => !path.startsWith('.'))
    expect(visible(await listFiles(keep()))).toEqual(visible(before))
    expect((await run('lists', 'restore', keep())).code).toBe(2)
  })

  test('one goes into another, and that is taken back', async () => {
    const { stdout } = await run('lists', 'merge', keep(), 'Ben’s', 'Ana’s best')
    expect(stdout).toContain('“Ben’s”')
    expect((await lists()).map(({ name }) => name)).not.toContain('Ben’s')
    const [, , id] = /restore (\S+) (\S+)/.exec(stdout) ?? []
    await run('lists', 'restore', keep(), id ?? '')
    expect((await lists()).map(({ name }) => name)).toContain('Ben’s')
  })

  test('an archive leaves the page’s library, and no file of it is touched', async () => {
    const before = await listFiles(keep())
    expect((await run('archives')).stdout).toContain(keep())
    expect((await run('archives', 'forget', keep())).code).toBe(0)
    expect((await run('archives')).stdout).not.toContain(keep())
    expect((await run('archives', 'forget', join(dir, 'Music'))).code).toBe(2)
    expect(await listFiles(keep())).toEqual(before)
  })
})
