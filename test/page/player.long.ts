import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeTune } from '../support/sound.ts'
import { png } from '../tags/pictures.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'

/*
 * A list is heard from its first kept track to its last while the reader looks at other views, in a real browser on a
 * real server: each test goes on where the one before ended.
 */

const titles = ['Amber', 'Basalt', 'Cedar', 'Dune']
/** Long enough to walk to another view meanwhile. */
const SECONDS = 6

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page
const english: string[] = []

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-player-'))
  const album = join(home, 'Music', 'Stones')
  await mkdir(album, { recursive: true })
  for (const [at, title] of titles.entries())
    await writeFile(join(album, `The Testers - ${title}.wav`), makeTune(SECONDS, at + 1))
  await writeFile(join(album, 'cover.png'), png(64))
  const lines = [...titles.slice(0, 3), 'Nowhere To Be Found', 'Dune'].map((title) =>
    ['The Testers', title, 'Stones'].join(','),
  )
  await writeFile(join(home, 'Road.csv'), ['Artist,Title,Album', ...lines].join('\n'))
  const into = join(home, 'Keep')
  const args = ['backup', join(home, 'Road.csv'), '--library', join(home, 'Music'), '--into', into]
  await runSongkeep(home, args)
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(30_000)
  // High enough that every row of the list is near the window.
  await page.setViewportSize({ width: 1280, height: 1400 })
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'player-failed')
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

const look = async (name: string) => {
  await expectAccessible(page, name)
  await takePictures(page, name)
  // The German words of a part that is loaded later may be on their way still.
  let said = await findEnglish(page, name)
  for (let tries = 0; tries < 10 && said.length > 0; tries++) {
    await page.waitForTimeout(500)
    said = await findEnglish(page, name)
  }
  english.push(...said)
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const foot = () => page.getByRole('region', { name: 'Player' })
const heard = async (title: string) => {
  await foot().locator('.title', { hasText: title }).waitFor()
}

test('every kept row has its cover, and the one that is missing its first letter', async () => {
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await page.getByRole('link', { name: 'Keep', exact: true }).click()
  await page.getByRole('link', { name: 'Road', exact: true }).click()
  await page.getByRole('heading', { name: 'Road', exact: true }).waitFor()
  const pictures = page.locator('.entry .cover img')
  await expect.poll(() => pictures.count(), { timeout: 30_000 }).toBe(titles.length)
  const widths = () =>
    pictures.evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth))
  await expect.poll(widths, { timeout: 30_000 }).toEqual(titles.map(() => 64))
  expect(await page.locator('.entry .cover', { hasText: 'N' }).locator('img').count()).toBe(0)
})

test('a list is played, and goes on to the next track while the reader is in the library', async () => {
  const sounds = await record()
  await button('Play all').click()
  await heard('Amber')
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await page.getByRole('heading', { name: 'Library' }).waitFor()
  await expect
    .poll(async () => (await sounds()).filter(isBegin).length, { timeout: 30_000 })
    .toBeGreaterThan(1)
  expect(
    (await sounds())
      .filter(isBegin)
      .map(({ name }) => name)
      .slice(0, 2),
  ).toEqual(['Amber', 'Basalt'])
  console.log(`  ${await tellGap(sounds)}`)
  await foot().getByRole('button', { name: 'Pause' }).click()
  await foot().getByText('1 track is left out').waitFor()
  await look('player-library')
})

test('the bar leads back to its list, goes on, back, and to any place', async () => {
  await foot().getByRole('link', { name: 'Road' }).click()
  await page.getByRole('heading', { name: 'Road', exact: true }).waitFor()
  await button(/Cedar/).click()
  await button('Play the list from here').click()
  await heard('Cedar')
  await takePictures(page, 'player-row')
  await button(/Cedar/).click()
  await foot().getByRole('button', { name: 'Previous track' }).click()
  await foot().getByRole('button', { name: 'Pause' }).click()
  const place = foot().getByRole('slider', { name: 'Position' })
  await place.fill('4')
  expect(await place.getAttribute('aria-valuetext')).toBe('0:04 of 0:06')
  // Space is the button's that has the focus, and nobody else's.
  await foot().getByRole('button', { name: 'Play', exact: true }).press(' ')
  await foot().getByRole('button', { name: 'Pause' }).press(' ')
  await foot().getByRole('button', { name: 'Play', exact: true }).waitFor()
  await look('player')
})

test('what is missing is a shopping list: by place, by album, copied, and as a table', async () => {
  await openList(page, serving)
  await page.getByRole('link', { name: 'Shopping list' }).click()
  await page.getByText('1 of 5 tracks is not kept.').waitFor()
  await page.getByRole('heading', { name: /^Search for it in shops 1$/ }).waitFor()
  const shops = page.locator('.missing-links a')
  expect(await shops.allTextContents()).toContain('Bandcamp')
  await look('missing')
  await page.getByLabel('Grouped by').selectOption('album')
  await page.getByRole('heading', { name: 'Stones, by The Testers 1' }).waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await button('Copy as text').click()
  await page.getByText('The list is copied.').waitFor()
  // On a page that may not copy, the text stands there to be marked.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
  })
  await button('Copy as text').click()
  const text = await page.getByRole('textbox').inputValue()
  expect(text).toContain('[ ] The Testers – Nowhere To Be Found')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Table (CSV)' }).click(),
  ])
  const table = await readFile(await download.path(), 'utf8')
  expect(table).toContain('4,The Testers,Nowhere To Be Found,Stones,')
})

test('a browser without a sound device is told that, one with a device is not', async () => {
  await withOtherBrowser([], async (bar) => {
    await bar.getByText('The browser finds no speakers').waitFor()
  })
  await withOtherBrowser(['--use-fake-device-for-media-stream'], async (bar, devices) => {
    expect(devices).toContain('audiooutput')
    expect(await bar.getByText('The browser finds no speakers').count()).toBe(0)
  })
})

test('what is gone is passed over and told; who cannot be reached is told otherwise', async () => {
  const gone = join(home, 'Keep', 'Road', '02 The Testers - Basalt.mp3')
  await rm(gone)
  await openList(page, serving)
  await page.reload()
  await button('Play all').click()
  await heard('Amber')
  await foot().getByRole('button', { name: 'Next track' }).click()
  await foot().getByText('Skipped “Basalt”: The file is gone.').waitFor()
  await heard('Cedar')
  await foot().getByRole('button', { name: 'Close the player' }).click()
  await foot().waitFor({ state: 'hidden' })
  await serving.stop()
  await button('Play all').click()
  await foot().getByText('The file cannot be reached right now.').waitFor()
  expect(await foot().getByText('file is gone').count()).toBe(0)
})

test('the page said all in German, asked nobody else, and nothing in it broke', () => {
  expect(english).toEqual([])
  expect(watched.strangers).toEqual([])
  expect(watched.faults).toEqual([])
})

interface Sound {
  readonly type: string
  readonly name: string
  /** In ms: when the first sample was heard, or the last. */
  readonly at: number
}

const isBegin = ({ type }: Sound) => type === 'playing'

/** Notes when each file began and ended, from now on. */
async function record(): Promise<() => Promise<readonly Sound[]>> {
  await page.evaluate(() => {
    const sounds: Sound[] = []
    Object.assign(globalThis, { sounds })
    for (const type of ['playing', 'ended'])
      document.addEventListener(
        type,
        ({ target }) => {
          const { src, currentTime } = target as HTMLAudioElement
          const [, name = ''] = /- (\w+)\.mp3$/.exec(decodeURIComponent(src)) ?? []
          const before = type === 'playing' ? currentTime * 1000 : 0
          sounds.push({ type, name, at: performance.now() - before })
        },
        true,
      )
  })
  return () => page.evaluate(() => (globalThis as unknown as { sounds: Sound[] }).sounds)
}

/** For people to read: it depends on the machine, and no test fails by it. */
async function tellGap(sounds: () => Promise<readonly Sound[]>): Promise<string> {
  const all = await sounds()
  const end = all.find(({ type, name }) => type === 'ended' && name === 'Amber')
  const begin = all.find(({ type, name }) => type === 'playing' && name === 'Basalt')
  return `From the end of one track to the begin of the next: ${Math.round((begin?.at ?? 0) - (end?.at ?? 0))} ms`
}

async function openList(page: Page, { address }: Serving) {
  const { archives } = await (await page.request.get(`${address}/api/archives`)).json()
  await page.goto(`${address}/#/library/${archives[0].id}/Road`)
}

/** Plays the list in a browser with these switches. */
async function withOtherBrowser(
  switches: readonly string[],
  look: (bar: Locator, devices: readonly string[]) => Promise<void>,
) {
  const other = await openBrowser(switches)
  try {
    const { page } = await openPage(other, serving.address)
    await openList(page, serving)
    await page.getByRole('button', { name: 'Play all' }).click()
    const bar = page.getByRole('region', { name: 'Player' })
    await bar.getByRole('button', { name: 'Pause' }).waitFor()
    const devices = await page.evaluate(async () => {
      const all = await navigator.mediaDevices.enumerateDevices()
      await new Promise((resolve) => setTimeout(resolve, 500))
      return all.map(({ kind }) => kind)
    })
    await look(bar, devices)
  } finally {
    await other.close()
  }
}
