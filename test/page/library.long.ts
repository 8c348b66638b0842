import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFiles } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { addManyLists } from './support/many-lists.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'

/* The library as somebody has it who keeps hundreds of lists, in a real browser. One test goes on where another ended. */

const LISTS = 300

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage

/** Each title is of a decade of its own. */
const writeList = (name: string, ...titles: readonly string[]) =>
  writeFile(
    join(home, name),
    [
      'Title,Artist,Year',
      ...titles.map((title) => `${title},The Testers,${yearOf(title)}`),
      '',
    ].join('\n'),
  )
const yearOf = (title: string) => 1300 + 10 * title.charCodeAt(0)

const kept = async () =>
  (await listFiles(join(home, 'Keep'))).filter((path) => !path.startsWith('.songkeep'))
const row = (name: string) =>
  watched.page
    .getByRole('listitem')
    .filter({ has: watched.page.getByRole('link', { name, exact: true }) })

async function openArchive() {
  await watched.page.goto(`${serving.address}/#/library`)
  await watched.page.getByRole('link', { name: 'Keep', exact: true }).first().click()
  await row('Morning').waitFor()
}

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-library-'))
  await mkdir(join(home, 'Music'))
  for (const [at, title] of ['Amber', 'Basalt', 'Cedar'].entries())
    await writeFile(join(home, `Music/The Testers - ${title}.wav`), makeTune(2, at + 1))
  await writeList('Evening.csv', 'Amber', 'Basalt')
  await writeList('Morning.csv', 'Basalt', 'Cedar', 'Dune')
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

test('an empty library says what to do', async () => {
  const { page } = watched
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByText('Nothing here yet.').waitFor()
  await expectAccessible(page, 'empty library')
  await takePictures(page, 'library-empty')
})

test('a list is a row of at most 64 px, and what can be done with it opens below', async () => {
  const { page } = watched
  const options = ['-l', 'Music', '-i', 'Keep', '-f', 'keep']
  for (const list of ['Evening.csv', 'Morning.csv'])
    await runSongkeep(home, ['backup', list, ...options])
  await page.reload()
  await openArchive()
  expect((await row('Evening').boundingBox())?.height).toBeLessThanOrEqual(64)
  await takePictures(page, 'library-two')
  await row('Morning').getByRole('button', { name: 'More about Morning' }).click()
  await row('Morning').getByText('nothing has changed since').waitFor()
  await expectAccessible(page, 'open row')
  await takePictures(page, 'library-row-open')
})

test('a newer version is chosen on the row and begins at once', async () => {
  const { page } = watched
  await writeList('Morning (1).csv', 'Basalt', 'Cedar', 'Amber')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a newer version of Morning' }).click()
  await (await chooser).setFiles(join(home, 'Morning (1).csv'))
  await page.getByRole('heading', { level: 1, name: 'Morning' }).waitFor()
  await expect
    .poll(async () => await readFile(join(home, 'Keep/Morning/playlist.m3u8'), 'utf8'), {
      timeout: 20_000,
    })
    .toContain('Amber')
  await openArchive()
  await page.getByRole('button', { name: 'More about Morning' }).click()
  await row('Morning').getByText('all 3 kept').waitFor()
  await row('Morning')
    .getByText(/^In .* one track came in(?: and|,) one track left/)
    .waitFor()
})

test('a file that is another list is shown first, with the answer given', async () => {
  const { page } = watched
  await writeList('Other.csv', 'Ember', 'Fjord')
  await openArchive()
  await page.getByRole('button', { name: 'More about Morning' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a newer version of Morning' }).click()
  await (await chooser).setFiles(join(home, 'Other.csv'))
  await page.waitForURL(/#\/$/)
  await page.getByText('Other', { exact: false }).first().waitFor()
})

test('a list is removed with what only it needs, and comes back to the byte', async () => {
  const { page } = watched
  const before = await kept()
  await openArchive()
  await page.getByRole('checkbox', { name: 'Select Morning' }).check()
  await page.getByRole('button', { name: 'Remove…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove “Morning”?' })
  await dialog.getByText(/1 file .* goes to the archive’s trash; 2 files stay/).waitFor()
  await expectAccessible(page, 'remove')
  await takePictures(page, 'library-remove')
  await dialog.getByRole('button', { name: 'Move to the trash' }).click()
  await page.getByText('“Morning” is in the trash').waitFor()
  await row('Morning').waitFor({ state: 'detached' })
  await expectAccessible(page, 'removed')
  await page.getByText('In the trash', { exact: true }).click()
  await takePictures(page, 'library-removed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('“Morning” is back.').waitFor()
  await row('Morning').waitFor()
  expect(await kept()).toEqual(before)
})

test('two lists are joined, and that is taken back', async () => {
  const { page } = watched
  await openArchive()
  await page.getByRole('checkbox', { name: 'Select Morning' }).check()
  await page.getByRole('checkbox', { name: 'Select Evening' }).check()
  await page.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Morning/ }).check()
  await expectAccessible(page, 'join')
  await takePictures(page, 'library-join')
  await dialog.getByRole('button', { name: 'Merge them' }).click()
  await page.getByText('“Evening” is merged into “Morning”: 0 entries added.').waitFor()
  await row('Evening').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row('Evening').waitFor()
})

test(`${LISTS} lists are there at once, found by name and put in order`, async () => {
  const { page } = watched
  await addManyLists(join(home, 'Keep'), LISTS)
  await openArchive()
  await page.reload()
  await page
    .getByText(`${LISTS + 2} playlists`)
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: /^List \d+$/ }).count()).toBe(LISTS)
  await takePictures(page, 'library-many')
  await page.getByLabel('Sort by').selectOption('name')
  const names = () =>
    page
      .locator('.list-row a[data-control]')
      .evaluateAll((all) => all.map((one) => one.textContent))
  expect((await names()).slice(1, 4)).toEqual(['List 1', 'List 2', 'List 3'])
  await page.getByLabel('Sort by').selectOption('when')
  expect((await names()).at(-1)).toBe('List 1')
  await page.getByRole('searchbox', { name: 'Search names' }).fill('list 29')
  await page.getByText(`11 of ${LISTS + 2}`).waitFor()
  await expectAccessible(page, 'many lists')
  await page.getByRole('searchbox', { name: 'Search names' }).fill('')
})

test('the keyboard alone leads through the rows, and it all fits 320 px', async () => {
  const { page } = watched
  await page.getByLabel('Sort by').selectOption('name')
  await page.getByRole('link', { name: 'List 1', exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('List 2')
  await page.keyboard.press('End')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Morning')
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await findEnglish(page, 'library')).toEqual([])
})

test('an archive whose folder is gone says so, and leaves the library if that is wanted', async () => {
  const { page } = watched
  await rename(join(home, 'Keep'), join(home, 'Elsewhere'))
  await page.goto(`${serving.address}/#/library`)
  await page.reload()
  await page.getByText('Its folder is not there').waitFor()
  await expectAccessible(page, 'archive gone')
  await takePictures(page, 'library-gone')
  await page.getByRole('button', { name: 'Remove this archive from the library' }).click()
  await page.getByText('“Keep” is no longer in the library.').waitFor()
  await page.getByRole('button', { name: 'Show it again' }).click()
  await page.getByRole('button', { name: 'Remove this archive from the library' }).waitFor()
  expect([watched.faults, watched.strangers]).toEqual([[], []])
})
