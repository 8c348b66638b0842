import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'
import { makeWorld, own, type World } from './support/world.ts'

/*
 * One person's way from an export to a song that plays, in a real browser on a real server: each test goes on
 * where the one before ended.
 */

let world: World
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page
/** What the German page has said in English, in each of its views. */
const english: string[] = []

beforeAll(async () => {
  buildPage()
  world = await makeWorld(await mkdtemp(join(tmpdir(), 'songkeep-page-')))
  serving = await startServing(world.home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(30_000)
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'failed')
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(world.home, { recursive: true, force: true })
})

const look = async (name: string) => {
  await expectAccessible(page, name)
  await takePictures(page, name)
  english.push(...(await findEnglish(page, name)))
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const link = (name: string | RegExp) => page.getByRole('link', { name })
const row = (title: string) => page.locator('main li').filter({ hasText: title }).first()

/** Px between a row and the next, which is in the page only where the end of an open row is in sight. */
async function gapBelow(title: string, next: string): Promise<number> {
  await row(title).evaluate((open) => open.scrollIntoView({ block: 'end' }))
  const [one, other] = [await row(title).boundingBox(), await row(next).boundingBox()]
  // Below half a pixel on either side it is none: `-0` is another number to `toBe`.
  return Math.round((other?.y ?? 0) - (one?.y ?? 0) - (one?.height ?? 0)) + 0
}

/** Its sign stands before the word. */
const keptMark = /^\W*Kept$/

/** What is filled in already is chosen once more. */
async function chooseFolder(open: string, name: string) {
  await button(open).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByText('Live').waitFor()
  await look(`chooser-${name}`)
  await dialog.getByRole('button', { name: 'Use this folder' }).click()
}

test('an export is dropped, and what was understood is told before anything runs', async () => {
  await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
  await look('start')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button('Choose files…').click(),
  ])
  await chooser.setFiles(world.export)
  await page.getByRole('heading', { name: 'What Songkeep found' }).waitFor()
  await page.getByText('19 tracks · 1 left out').waitFor()
  await page.getByRole('checkbox', { name: /Quiet/ }).uncheck()
  await page.getByText('1 of 2 playlists chosen').waitFor()
  await chooseFolder('Add a folder… (Your music)', 'Music')
  await page.getByRole('textbox', { name: 'Into' }).fill(world.keep)
  await look('understood')
  expect(await readdir(world.home)).not.toContain('Keep')
})

test('nothing of an export stays but its playlists', async () => {
  const found = await readdir(join(world.home, '.data'), { recursive: true })
  expect(found.filter((name) => name.startsWith('uploads/'))).toEqual([])
})

test('a run goes on through a pause, a reload, and a server that is killed', async () => {
  await button(/^Back up 19 tracks/).click()
  // All are of one album: they are told as kept once it is complete, or the run is paused.
  await page.getByText('Storing').nth(1).waitFor()
  await button('Pause').click()
  await button('Resume').waitFor()
  // How many and which are kept by now is not sure, and of the rows only those near the window are there: it is told above.
  const told = page.locator('p.lead').filter({ hasText: /entries done: [1-9]\d* kept/ })
  await told.waitFor()
  // Nothing is being done to a track of a run that rests.
  expect(await page.getByText('Encoding').count()).toBe(0)
  await look('progress')
  const before = (await told.textContent()) ?? ''
  await page.reload()
  await page.locator('p.lead').getByText(before, { exact: true }).waitFor()
  // Both languages are there before the server is not.
  await look('reloaded')

  const port = Number(new URL(serving.address).port)
  await Promise.all([page.waitForResponse(/\/resume$/), button('Resume').click()])
  await serving.kill()
  await page.getByText('Songkeep is not answering. Trying again').waitFor()
  await look('line-down')
  serving = await startServing(world.home, port)
  await page.getByText('The run is finished').waitFor()
  await page.getByText('Songkeep is not answering. Trying again').waitFor({ state: 'hidden' })
  await look('ended')
  const files = await readdir(join(world.keep, 'Road Trip'))
  expect(files.filter((name) => name.endsWith('.mp3'))).toHaveLength(own.length)
})

test('the result tells every entry and why, and what was kept plays', async () => {
  await link('See the result').click()
  await page.getByRole('heading', { name: 'Road Trip' }).waitFor()
  // What a playlist says is text, whatever it looks like.
  const search = page.getByRole('searchbox', { name: /^Search titles/ })
  await search.fill('onerror')
  await page.getByText('<img src=x onerror=alert(1)>').waitFor()
  await search.fill('')
  await look('result')
  await button(/Amber/).click()
  await page.getByText('Title and artist are the same').waitFor()
  await look('row')
  await page.getByText('Technical facts').click()
  await look('evidence')
  // Its rows are of another height on a phone; the open one stays above the next, there and back.
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => gapBelow('Amber', 'Basalt'), { timeout: 20_000 }).toBe(0)
  }
  const player = page.locator('audio').first()
  await player.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect
    .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime), {
      timeout: 20_000,
    })
    .toBeGreaterThan(0.5)
  // From its middle on: by ranges.
  await player.evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 40
  })
  await expect
    .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime), {
      timeout: 20_000,
    })
    .toBeGreaterThan(40.2)
  await player.evaluate((audio: HTMLAudioElement) => audio.pause())
  await search.fill('Nowhere')
  await button(/Nowhere To Be Found/).click()
  await page.getByText('Downloads', { exact: true }).click()
  await look('downloads')
})

test('what is not sure is listened to, decided by keys, taken back, decided again, and kept', async () => {
  await link(/^Review 1 track/).click()
  await page.getByRole('heading', { name: /Candidate 1/ }).waitFor()
  await page.getByText('Why 99 %').first().click()
  await look('review')
  await page.keyboard.press('?')
  await page.getByText('next track').waitFor()
  await look('keys')
  // A message of a run that has ended meanwhile can be closed too.
  await page.locator('dialog.keys').getByRole('button', { name: 'Close' }).click()
  await page.locator('dialog.keys').waitFor({ state: 'detached' })
  await page.keyboard.press('1')
  await page.getByText('1 decided, 0 left open').waitFor()
  await page.keyboard.press('u')
  await page.getByText('0 decided, 1 left open').waitFor()
  await page.keyboard.press('n')
  await page.getByText('1 decided, 0 left open').waitFor()
  await page.keyboard.press('u')

  const second = page.locator('audio').nth(1)
  await second.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect
    .poll(() => second.evaluate((audio: HTMLAudioElement) => audio.currentTime), {
      timeout: 20_000,
    })
    .toBeGreaterThan(0.3)
  await page.keyboard.press('2')
  await page.getByText('1 decided, 0 left open').waitFor()
  await look('decided')
  await button('Keep them now').click()
  await page.getByText('The run is finished').waitFor()
  const island = row('Island').getByText(keptMark)
  // Far down: rows out of sight are not in the page.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        return await island.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  const files = await readdir(join(world.keep, 'Road Trip'))
  expect(files.filter((name) => /Island.*\.mp3$/.test(name))).toHaveLength(1)
})

test('the library shows the archive, its health and its playlist', async () => {
  await link('Library').click()
  await link(/Keep/).first().click()
  await page.getByText('Never checked').waitFor()
  await look('library')
  await button('Check now').click()
  await page.getByText('every file is intact').waitFor()
  await button('More about Road Trip').click()
  await page.locator('.list-panel p, .story li').first().waitFor()
  await look('archive')
  await link('Road Trip').first().click()
  await row('Amber').getByText('Already kept').waitFor()
})

test('what the command line does is seen as it happens', async () => {
  await link('Runs').click()
  await writeFile(join(world.home, 'By hand.txt'), 'The Testers - Amber\nThe Testers - Basalt\n')
  const args = ['By hand.txt', '-l', 'Music', '-i', 'By hand', '--offline']
  const { code } = await runSongkeep(world.home, ['backup', ...args])
  expect(code).toBe(0)
  await page.getByText('By hand').first().waitFor()
  await look('runs')
  await link('Check of Keep').click()
  await page.getByText('Every file in the archive was checked').waitFor()
  await look('check')
  await page.goto(`${serving.address}/#/nowhere`)
  await page.getByText('Nothing here').waitFor()
  await look('nowhere')
})

test('settings say what is there, and everything is said in German too', async () => {
  await link('Settings').click()
  await page.getByRole('heading', { name: 'This computer' }).waitFor()
  await page.getByText('Encoder').waitFor()
  await look('settings')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await look('settings-de')
  await page.reload()
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
})

test('the German page said nothing in English', () => {
  expect(english).toEqual([])
})

test('the page asked nobody but its own server, and nothing in it broke', () => {
  expect(watched.strangers).toEqual([])
  expect(watched.faults).toEqual([])
})
