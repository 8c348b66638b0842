import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'
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
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const link = (name: string | RegExp) => page.getByRole('link', { name })
const row = (title: string) => page.locator('main li').filter({ hasText: title }).first()

async function chooseFolder(open: string, name: string) {
  await button(open).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.getByText('Live').waitFor()
  await look(`chooser-${name}`)
  await dialog.getByRole('button', { name: 'Take this folder' }).click()
}

test('an export is dropped, and what was understood is told before anything runs', async () => {
  await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
  await look('start')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button('Choose files…').click(),
  ])
  await chooser.setFiles(world.export)
  await page.getByRole('heading', { name: 'What was understood' }).waitFor()
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
  await row('Amber').getByText('Kept').waitFor()
  await button('Pause').click()
  await button('Go on').waitFor()
  const before = await page.getByText('Kept', { exact: true }).count()
  await look('progress')
  await page.reload()
  await row('Amber').getByText('Kept').waitFor()
  expect(await page.getByText('Kept', { exact: true }).count()).toBe(before)

  const port = Number(new URL(serving.address).port)
  await Promise.all([page.waitForResponse(/\/resume$/), button('Go on').click()])
  await serving.kill()
  await page.getByText('The line to Songkeep is down').waitFor()
  await look('line-down')
  serving = await startServing(world.home, port)
  await page.getByText('It is done').waitFor()
  await page.getByText('The line to Songkeep is down').waitFor({ state: 'hidden' })
  await look('ended')
  const files = await readdir(join(world.keep, 'Road Trip'))
  expect(files.filter((name) => name.endsWith('.mp3'))).toHaveLength(own.length)
})

test('the result tells every entry and why, and what was kept plays', async () => {
  await link('See the result').click()
  await page.getByRole('heading', { name: 'Road Trip' }).waitFor()
  // What a playlist says is text, whatever it looks like.
  await page.getByText('<img src=x onerror=alert(1)>').waitFor()
  await look('result')
  await button(/Amber/).click()
  await page.getByText('Why this recording').waitFor()
  await look('evidence')
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
})

test('the page asked nobody but its own server, and nothing in it broke', () => {
  expect(watched.strangers).toEqual([])
  expect(watched.faults).toEqual([])
})
