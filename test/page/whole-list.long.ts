import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { expectAccessible, openBrowser, openPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { startLargeRun } from './support/large-run.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/*
 * On the screen a few rows of a long list are there; on paper, and for the browser's own search, all are. What this
 * Chromium has no window for, its search field, is stood for by the text of all rows being in the document.
 */

let home: string
let serving: Serving
let browser: Browser

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-page-'))
  serving = await startServing(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

async function openResult(length: number, chosen = '') {
  const run = await startLargeRun(home, length)
  onTestFinished(() => run[Symbol.asyncDispose]())
  for (let position = 1; position <= length; position++) run.telling.show(run.outcomeOf(position))
  await run.end()
  const watched = await openPage(browser, serving.address)
  onTestFinished(() => watched.page.context().close())
  watched.page.setDefaultTimeout(30_000)
  await watched.page.goto(`${serving.address}/#/jobs/${run.id}/result${chosen}`)
  await watched.page.locator('.entries li').first().waitFor()
  return watched
}

const row = 'Title 9999 of a song with some words'

test('of ten thousand rows, paper and the browser’s own search have the last ones too', async () => {
  const { page, faults } = await openResult(10_000)
  expect(await page.locator('.entries li').count()).toBeLessThan(100)
  // What a browser asks before it lays out for paper, and what it then finds at once.
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'))
    const rows = [...document.querySelectorAll('.result-print li')].map((li) => li.textContent)
    dispatchEvent(new Event('afterprint'))
    return [rows.length, rows[9_998]]
  })
  expect(printed).toEqual([10_000, expect.stringContaining(row)])
  await page.locator('.result-print').waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'The whole list, to print or search' }).click()
  await page.locator('.whole-list li').nth(9_999).waitFor({ state: 'attached' })
  expect(await page.locator('.whole-list').textContent()).toContain(row)
  await page.locator('.whole-list li').nth(9_998).scrollIntoViewIfNeeded()
  await page.getByText(row).waitFor()
  expect(faults).toEqual([])
})

/** Pages of a PDF as Chromium writes it: each is an object of its own. */
const countPages = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('a result is printed whole, and as it is filtered', async () => {
  const { page } = await openResult(900)
  const [whole, failed] = [
    await page.pdf(),
    await page
      .locator('.filters label')
      .filter({ hasText: 'Failed' })
      .click()
      .then(() => page.locator('.entries li').first().getByText('Failed').waitFor())
      .then(() => page.pdf()),
  ].map(countPages) as [number, number]
  expect(whole).toBeGreaterThan(20)
  expect(failed).toBeGreaterThan(whole / 5)
  expect(failed).toBeLessThan(whole / 2)
})

test('the whole list takes the result’s filter along, and leads back to it', async () => {
  const { page } = await openResult(60, '?show=failed&open=0.3')
  await page.getByRole('link', { name: 'The whole list, to print or search' }).click()
  await page.getByText('20 of 60 entries').waitFor()
  expect(await page.locator('.whole-list li').count()).toBe(20)
  await expectAccessible(page, 'print')
  await takePictures(page, 'print')
  // What the playlist itself says is in English.
  expect(await findEnglish(page, 'print')).toEqual(['print: some words'])
  await page.getByRole('link', { name: 'Back to the result' }).click()
  await page.locator('.entries li').first().waitFor()
  expect(await page.getByRole('radio', { name: /^Failed/ }).isChecked()).toBe(true)
})
