import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeTune } from '../support/sound.ts'
import { openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/* What was not kept for one reason is looked for again from the result, by a second real run, in a real browser. */

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage

const addSong = (title: string, seed: number) =>
  writeFile(join(home, `Music/The Testers - ${title}.wav`), makeTune(3, seed))

async function readList(name: string): Promise<readonly string[]> {
  const list = await readFile(join(home, `Music/Songkeep/${name}/playlist.m3u8`), 'utf8')
  // A file that another list has already is named there.
  return list.split('\n').filter((line) => line.endsWith('.mp3'))
}

const writeList = async (name: string, ...titles: readonly string[]) => {
  const rows = titles.map((title) => `${title},The Testers`)
  await writeFile(join(home, name), ['Title,Artist', ...rows, ''].join('\n'))
  return join(home, name)
}

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-again-'))
  await mkdir(join(home, 'Music'))
  await addSong('Amber', 1)
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  watched.page.setDefaultTimeout(20_000)
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(watched.page, 'look-again-failed')
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

test('one list of two is looked for again by a reason, and the rest stays as it was kept', async () => {
  const { page } = watched
  const lists = [
    await writeList('Evening.csv', 'Amber', 'Basalt', 'Cedar', 'Dune'),
    await writeList('Morning.csv', 'Basalt', 'Amber'),
  ]
  await page.locator('input[type=file]').first().setInputFiles(lists)
  await page.getByRole('button', { name: /^Back up 6 tracks/ }).click()
  await page.getByText('The run is finished').waitFor()
  await page.getByRole('link', { name: 'See the result' }).click()
  await page.getByRole('combobox', { name: 'Playlist' }).selectOption({ label: 'Evening' })
  await page.getByText('Why not kept: 1 reason').click()
  const group = page.locator('.by-reason li')
  await group.getByText('3 entries').waitFor()
  const before = await readList('Evening')
  expect(before).toHaveLength(1)

  // What has come into the folder since is found for those of the group.
  for (const [at, title] of ['Basalt', 'Dune'].entries()) await addSong(title, at + 2)
  await group.getByRole('button', { name: 'Search for these again' }).click()
  await page.getByText('The run is finished').waitFor()
  const after = await readList('Evening')
  expect(after).toHaveLength(3)
  expect(after).toEqual(expect.arrayContaining([...before]))
  expect(await readList('Morning')).toHaveLength(1)

  // Its result has the whole list, and one entry is still to be found.
  await page.getByRole('link', { name: 'See the result' }).click()
  await page.getByText('Why not kept: 1 reason').click()
  await group.getByText('1 entry').waitFor()
  await takePictures(page, 'look-again')
  expect([watched.faults, watched.strangers]).toEqual([[], []])
})
