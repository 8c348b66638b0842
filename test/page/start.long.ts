import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeZip } from '../playlist/input/zip.ts'
import { makeWav } from '../support/sound.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { countEffort } from './support/count-clicks.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/* The first ten minutes, in a real browser on a real server: each test goes on where the one before ended. */

const titles = ['Amber', 'Basalt', 'Cedar', 'Dune']

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page
const english: string[] = []
const at = (...names: string[]) => join(home, ...names)

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-start-'))
  await mkdir(at('Musik', 'Album'), { recursive: true })
  for (const [index, title] of titles.entries())
    await writeFile(at('Musik', 'Album', `The Testers - ${title}.wav`), makeWav(1, index + 1))
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(30_000)
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'start-failed')
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
const heading = (name: string) => page.getByRole('heading', { name })
const backUp = () => button(/^Back up \d/)
const item = (name: string) => page.locator('.given li').filter({ hasText: name })

async function writeList(name: string, wanted: readonly string[]): Promise<string> {
  const rows = wanted.map((title) => `${title},The Testers`)
  await writeFile(at(name), ['Track Name,Artist Name', ...rows, ''].join('\n'))
  return at(name)
}

async function paste(text: string) {
  await page.getByRole('textbox', { name: /^(?:Paste a link|Add more)/ }).fill(text)
  await button('Read it').click()
}

test('from the first list to the first track that is kept: five clicks at most, and nothing typed', async () => {
  const list = await writeList('Evening.csv', titles.slice(0, 3))
  const effort = await countEffort(page)
  await effort.choose(() => button('Choose files…').click(), list)
  await page.getByText('Found here: 4 music files').waitFor()
  await look('start-first')
  await backUp().click()
  await page
    .getByText(/^\W*Kept$/)
    .first()
    .waitFor()
  const { clicks, typed } = await effort.read()
  expect(typed).toBe(0)
  expect(clicks).toBeGreaterThan(0)
  expect(clicks).toBeLessThanOrEqual(5)
  console.info(`First list to first kept track: ${clicks} clicks, ${typed} typed.`)
  await page.getByText('The run is finished').waitFor()
  const kept = await readdir(at('Musik', 'Songkeep', 'Evening'))
  expect(kept.filter((name) => name.endsWith('.mp3'))).toHaveLength(3)
})

test('next month’s export: three clicks at most, and no question', async () => {
  const list = await writeList('Evening.csv', titles)
  await page.goto(serving.address)
  await heading('Keep your playlists').waitFor()
  const effort = await countEffort(page)
  await effort.choose(() => button('Choose files…').click(), list)
  await page.getByText('This is a newer version of “Evening”').waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  await look('start-known')
  await backUp().click()
  await page.getByText('The run is finished').waitFor()
  const { clicks, typed } = await effort.read()
  expect({ typed, isFew: clicks > 0 && clicks <= 3 }).toEqual({ typed: 0, isFew: true })
  console.info(`Next month's export: ${clicks} clicks, ${typed} typed.`)
  const kept = await readdir(at('Musik', 'Songkeep', 'Evening'))
  expect(kept.filter((name) => name.endsWith('.mp3'))).toHaveLength(4)
})

test('what is read and chosen is there again after a reload, and more may be added', async () => {
  await page.goto(serving.address)
  await paste('The Testers - Amber\nThe Testers - Dune')
  await backUp().waitFor()
  await page.getByText('More Now:').click()
  await page.getByRole('combobox', { name: 'Format of the files' }).selectOption('flac')
  await look('start-more')
  await page.reload()
  await button('Back up 2 tracks').waitFor()
  await page.getByText(/Now: FLAC/).waitFor()
  await paste(await writeList('Two.csv', ['Basalt', 'Cedar']))
  await button('Back up 4 tracks').waitFor()
  // The button is at the foot of the window, wherever the reader is.
  for (const [width, height] of [
    [320, 700],
    [1280, 640],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => scrollTo(0, 0))
    const box = await backUp().boundingBox()
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
  }
  await button('Remove all').click()
  await page.reload()
  await heading('Keep your playlists').waitFor()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('what is no playlist is told at once, each under its own name, while the rest goes on', async () => {
  const large = at('Film.iso')
  await writeFile(large, '')
  await truncate(large, 300 * 2 ** 20)
  const bytes: Readonly<Record<string, Uint8Array | string>> = {
    'Songs.pdf': '%PDF-1.7\n',
    'Salt.mp3': Buffer.from('ID3\x04\0\0\0\0\0\0'),
    'Cover.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    'setup.exe': Buffer.from('4d5a900003000000', 'hex'),
    'Songs.xlsx': await makeZip({ 'xl/workbook.xml': '<x/>' }),
    'Nothing.csv': '',
  }
  for (const [name, content] of Object.entries(bytes)) await writeFile(at(name), content)
  const good = await writeList('Good.csv', ['Amber'])
  const sent: number[] = []
  page.on('request', (request) => {
    if (/uploads\?/.test(request.url())) sent.push(1)
  })
  const files = [...Object.keys(bytes).map((name) => at(name)), large, good]
  await page.locator('input[type=file]').first().setInputFiles(files)
  await button('Back up 1 track').waitFor()
  // Only the list has left the browser.
  expect(sent).toHaveLength(1)
  await page.locator('input[type=file]').nth(1).setInputFiles(at('Musik'))
  await paste('C:\\Users\\Me\\List.m3u')
  await paste('https://open.spotify.com/artist/0000000000000000000001')
  await paste('https://example.org/my-songs')
  await paste(
    'Hello there. I would like to keep my music, but I do not know how.\nThank you very much.',
  )
  await button('Back up 1 track').waitFor()
  const table = [
    ['Songs.pdf', 'copy the songs'],
    ['Salt.mp3', 'a music file'],
    ['Cover.png', 'a picture'],
    ['setup.exe', 'a program'],
    ['Songs.xlsx', 'as CSV'],
    ['Nothing.csv', 'is empty'],
    ['Film.iso', 'larger than 64 MB'],
    ['Musik', 'a folder of music'],
    ['C:\\Users\\Me\\List.m3u', 'no place on the computer'],
    ['spotify.com/artist', 'leads to an artist'],
    ['example.org', 'no music service'],
    ['What you typed', 'sentences'],
  ] as const
  for (const [name, told] of table) await item(name).getByText(told).waitFor()
  expect(await item('Good.csv').getByRole('alert').count()).toBe(0)
  await look('start-refused')
})

test('nothing was said in English on the German page, and nothing went wrong', () => {
  expect(english).toEqual([])
  expect(watched.strangers).toEqual([])
  expect(watched.faults).toEqual([])
})
