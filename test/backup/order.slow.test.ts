import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBackup } from '../support/backup.ts'
import { makeTempDir } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'

/** Seconds of each, in the order of the list. */
const lengths = { Amber: 1, Basalt: 4, Cedar: 2, Dune: 6, Elm: 3, Flint: 5 }

async function begin() {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  const titles = Object.entries(lengths)
  for (const [seed, [title, seconds]] of titles.entries())
    await writeFile(join(dir, 'Music', `The Testers - ${title}.wav`), makeTune(seconds, seed))
  const rows = titles.map(([title]) => `${title},The Testers`)
  await writeFile(join(dir, 'list.csv'), ['Title,Artist', ...rows].join('\n'))
  return dir
}

const names = '{playlist}/{artist}'
/** All entries want one name: so which one gets which tells the order in which they were given. */
const expected = Object.fromEntries(
  Object.keys(lengths).map((title, at) => [
    title,
    `list/The Testers${at === 0 ? '' : ` (${at + 1})`}.mp3`,
  ]),
)

/** Backs up the list; which titles were encoded, one after another, and what each file is called. */
async function watch(dir: string, stopAfter = Number.POSITIVE_INFINITY) {
  const stop = new AbortController()
  const encoded: string[] = []
  const waited = new Set<string>()
  const paths: Record<string, string> = {}
  let told = 0
  for await (const event of startBackup(dir, { names, jobs: 1 }, stop.signal)) {
    if (event.kind === 'stage' && event.stage === 'encoding') encoded.push(event.track.title)
    if (event.kind === 'stage' && event.stage === 'waiting') waited.add(event.track.title)
    if (event.kind !== 'outcome' || !('kept' in event.outcome)) continue
    paths[event.outcome.track.title] = event.outcome.kept.path
    if (++told === stopAfter) stop.abort()
  }
  return { encoded, waited, paths }
}

test('the longest is made first, and names follow the list', async () => {
  const { encoded, waited, paths } = await watch(await begin())
  expect(encoded).toEqual(['Dune', 'Flint', 'Basalt', 'Elm', 'Cedar', 'Amber'])
  expect([...waited]).toEqual(Object.keys(lengths))
  expect(paths).toEqual(expected)
})

test('stopped when the longest is made, the next run ends in the same names', async () => {
  const dir = await begin()
  const before = await watch(dir, 1)
  expect(Object.keys(before.paths).length).toBeLessThan(Object.keys(lengths).length)
  expect(expected).toMatchObject(before.paths)
  expect((await watch(dir)).paths).toEqual(expected)
})
