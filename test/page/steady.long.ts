import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openBrowser, openPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { type Serving, startServing } from './support/serve.ts'

/*
 * A server that goes away and comes back: the page finds it again by itself, in whatever it was doing.
 */

let home: string
let serving: Serving
let browser: Browser

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-steady-'))
  serving = await startServing(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

/** A page that knows whether it was loaded anew. */
async function openMarked() {
  const watched = await openPage(browser, serving.address)
  onTestFinished(() => watched.page.context().close())
  const { page } = watched
  await page.locator('main h1').waitFor()
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
  const isSame = () => page.evaluate(() => 'isSamePage' in globalThis)
  return { ...watched, isSame }
}

const port = () => Number(new URL(serving.address).port)

/** Lets it be gone for long enough that waits which grow have grown; then it is back, and how long it takes is told. */
async function goAndComeBack(found: () => Promise<unknown>, during: () => Promise<unknown>) {
  const before = port()
  await serving.kill()
  await during()
  await new Promise((resolve) => setTimeout(resolve, 8000))
  serving = await startServing(home, before)
  const back = performance.now()
  await found()
  console.info(`Found ${Math.round(performance.now() - back)} ms after it listened.`)
}

test('a view that was never loaded comes when the server is back, without a reload', async () => {
  const { page, faults, isSame } = await openMarked()
  await goAndComeBack(
    () => page.getByRole('heading', { level: 1, name: 'Library' }).waitFor(),
    () => page.getByRole('link', { name: 'Library' }).click(),
  )
  expect(await isSame()).toBe(true)
  expect(faults).toEqual([])
})

test('the other language, and what a view asks for, come too', async () => {
  const { page, isSame } = await openMarked()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await goAndComeBack(
    async () => {
      await page.waitForFunction(() => document.documentElement.lang === 'de')
      await page.getByRole('heading', { level: 1, name: 'Bibliothek' }).waitFor()
      await page.locator('.problem').waitFor({ state: 'detached' })
    },
    async () => {
      await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
      await page.evaluate(() => {
        location.hash = '#/library'
      })
    },
  )
  expect(await isSame()).toBe(true)
})

test('a line that is down is told, and that it is up again', async () => {
  const { page } = await openMarked()
  await goAndComeBack(
    () => page.getByText('Songkeep is back').waitFor(),
    () => page.getByText('Songkeep is not answering. Trying again').waitFor(),
  )
})
