import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeWav } from '../support/sound.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/*
 * Lists that are pasted, come again and get names, in a real browser on a real server: each test goes on where the one
 * before ended.
 */

const titles = ['Amber', 'Basalt', 'Cedar', 'Dune', 'Ember', 'Fjord']

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page
const english: string[] = []

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-lists-'))
  await mkdir(join(home, 'Music'))
  for (const [at, title] of titles.entries())
    await writeFile(join(home, 'Music', `The Testers - ${title}.wav`), makeWav(1, at + 1))
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(30_000)
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'lists-failed')
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

const look = async (name: string) => {
  await expectAccessible(page, name)
  await takePictures(page, name)
  english.push(...(await findEnglish(page, name)))
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const nameField = () => page.getByRole('textbox', { name: 'Name', exact: true })

/** Writes those titles into the field at the start, one letter each. */
async function paste(letters: string) {
  await page.goto(serving.address)
  const lines = [...letters].map((letter) => titles.find((title) => title.startsWith(letter)))
  const text = lines.map((title) => `The Testers - ${title}`).join('\n')
  await page.getByRole('textbox', { name: /^Paste a link/ }).fill(text)
  await button('Read it').click()
  await page.getByRole('heading', { name: 'What Songkeep found' }).waitFor()
}

async function backUp() {
  await button(/^Back up \d/).click()
  await page.getByText('The run is finished').waitFor()
}

const folders = async () =>
  (await readdir(join(home, 'Keep'), { withFileTypes: true }))
    .filter((each) => each.isDirectory() && !each.name.startsWith('.'))
    .map(({ name }) => name)
    .toSorted()

test('what is pasted is called by what is in it, or as the reader says', async () => {
  await paste('ABC')
  await page.getByRole('heading', { name: 'Amber, Basalt …' }).waitFor()
  await page.getByRole('textbox', { name: 'Into' }).fill(join(home, 'Keep'))
  await page.getByText('More Now:').click()
  await nameField().waitFor()
  expect(await nameField().getAttribute('placeholder')).toBe('Amber, Basalt …')
  await nameField().fill('Stones')
  await look('lists-name')
  await backUp()
  expect(await folders()).toEqual(['Stones'])
})

test('another that is pasted is a list of its own', async () => {
  await paste('DEF')
  await page.getByRole('textbox', { name: 'Into' }).fill(join(home, 'Keep'))
  await page.getByText('More Now:').click()
  await nameField().waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  await backUp()
  expect(await folders()).toEqual(['Dune, Ember …', 'Stones'])
})

test('one that is like a list of the archive is told, or asked about where it is less like', async () => {
  await paste('DEFA')
  await page.getByText('This is a newer version of “Dune, Ember …”').waitFor()
  await page.getByText('Is that wrong?').click()
  const newer = page.getByRole('radio', {
    name: /^the newer version of “Dune, Ember …”.*3 of 4 entries the same$/,
  })
  await newer.waitFor()
  expect(await newer.isChecked()).toBe(true)
  await look('lists-question')
  await backUp()
  expect(await folders()).toEqual(['Dune, Ember …', 'Stones'])
  await paste('DEB')
  await page.getByRole('radio', { name: 'a new list' }).check()
  await backUp()
  expect(await folders()).toEqual(['Dune, Ember …', 'Dune, Ember … (2)', 'Stones'])
})

test('a list gets another name in the library, and nothing is moved', async () => {
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('link', { name: 'Keep', exact: true }).click()
  await button('More about Stones').click()
  await button('Rename Stones').click()
  await page.getByRole('textbox', { name: 'New name' }).fill('Pebbles')
  await look('lists-rename')
  await button(/^Rename$/).click()
  await page.getByRole('link', { name: 'Pebbles' }).waitFor()
  await look('lists-renamed')
  expect(await folders()).toEqual(['Dune, Ember …', 'Dune, Ember … (2)', 'Stones'])
  await page.getByRole('link', { name: 'Pebbles' }).click()
  await page.getByRole('heading', { name: 'Pebbles' }).waitFor()
})

test('nothing was said in English on the German page, and nothing went wrong', () => {
  expect(english).toEqual([])
  expect(watched.strangers).toEqual([])
  expect(watched.faults).toEqual([])
})
