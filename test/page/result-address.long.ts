import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { type LargeRun, startLargeRun } from './support/large-run.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/*
 * What is chosen in a result stands in its address: a copied one shows the same, and back undoes a choice.
 */

let home: string
let serving: Serving
let browser: Browser
let run: LargeRun
let watched: WatchedPage
let page: Page
let result: string

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-page-'))
  serving = await startServing(home)
  browser = await openBrowser()
  run = await startLargeRun(home, 2_000)
  for (let position = 1; position <= 2_000; position++) run.telling.show(run.outcomeOf(position))
  await run.end()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(20_000)
  result = `${serving.address}/#/jobs/${run.id}/result`
})

afterAll(async () => {
  await browser?.close()
  await run?.[Symbol.asyncDispose]()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

const head = (title: string) => page.locator('.entry .line').filter({ hasText: title })
const chosen = () => page.evaluate(() => location.hash.split('?')[1] ?? '')
const openTitles = () => page.locator('.entry.open .title').allTextContents()
const search = () => page.getByRole('searchbox')

test('an address opens a row far down, and the window is there', async () => {
  await page.goto(`${result}?open=0.1789`)
  await page.locator('.entry.open').waitFor()
  expect(await openTitles()).toEqual(['Title 1789 of a song with some words'])
  await expect
    .poll(async () => {
      const box = await page.locator('.entry.open .line').boundingBox()
      return box !== null && box.y >= 0 && box.y < 450
    })
    .toBe(true)
})

test('an address searches, filters, orders and opens; what makes no sense in it is passed over', async () => {
  await page.goto(`${serving.address}/#/`)
  await page.goto(`${result}?search=title+17&show=failed&order=title&backwards=1&open=0.177&list=x`)
  await page.locator('.entry.open').waitFor()
  expect(await search().inputValue()).toBe('title 17')
  expect(await page.getByRole('radio', { name: /^Failed/ }).isChecked()).toBe(true)
  expect(await page.getByRole('combobox', { name: 'Sort by' }).inputValue()).toBe('title')
  expect(await openTitles()).toEqual(['Title 177 of a song with some words'])
})

test('back closes an open row and undoes a filter; typing makes no step', async () => {
  // Going back and forward leads to where the window was: all open rows are within this one wherever that is.
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 4000 })
  await page.goto(`${serving.address}/#/`)
  await page.goto(result)
  await head('Title 1 of').click()
  await head('Title 2 of').click()
  await expect.poll(chosen).toBe('open=0.1,0.2')
  await page.goBack()
  await expect.poll(openTitles).toEqual(['Title 1 of a song with some words'])
  await page.goBack()
  await expect.poll(openTitles).toEqual([])
  await page.goForward()
  await expect.poll(openTitles).toEqual(['Title 1 of a song with some words'])
  // Closing by hand takes the step back: back then leads out of the result.
  await head('Title 1 of').click()
  await expect.poll(openTitles).toEqual([])
  await expect.poll(chosen).toBe('')
  await page.locator('.filters label').filter({ hasText: 'Failed' }).click()
  await search().pressSequentially('title 33')
  await expect.poll(chosen).toBe('search=title+33&show=failed')
  await page.goBack()
  await expect.poll(chosen).toBe('')
  expect(await search().inputValue()).toBe('')
  await page.goBack()
  await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
  if (before) await page.setViewportSize(before)
})

test('what is not kept is told by reason, and a reason’s entries are shown alone', async () => {
  await page.goto(result)
  await page.getByText('Why not kept: 2 reasons').click()
  const failed = page.locator('.by-reason li').filter({ hasText: 'could not be read' })
  await failed.getByText('666 entries').waitFor()
  await failed.getByRole('button', { name: 'Show these' }).click()
  await expect.poll(chosen).toBe('show=failed&reason=text')
  await page.locator('.finding output').getByText('666 entries').waitFor()
  await expectAccessible(page, 'by reason')
  await takePictures(page, 'by-reason')
  await page.goBack()
  await expect.poll(chosen).toBe('')
})

test('what was typed last is in the address that back returns to', async () => {
  await page.goto(result)
  await search().fill('Title 5 of')
  await page.getByRole('link', { name: 'Runs' }).click()
  await page.getByRole('heading', { name: 'Runs' }).waitFor()
  await page.goBack()
  await head('Title 5 of').waitFor()
  expect(watched.faults).toEqual([])
})
