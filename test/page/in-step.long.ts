import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTune } from '../support/sound.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'

/* An archive that is brought up to date and kept whole from the page, in a real browser. */

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage

const addSong = (title: string, seed: number) =>
  writeFile(join(home, `Music/The Testers - ${title}.wav`), makeTune(3, seed))

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-in-step-'))
  await mkdir(join(home, 'Music'))
  await addSong('Amber', 1)
  await writeFile(
    join(home, 'Evening.csv'),
    'Title,Artist\nAmber,The Testers\nBasalt,The Testers\n',
  )
  const kept = ['-l', 'Music', '-i', 'Keep', '-f', 'keep', '--parity', '30%']
  await runSongkeep(home, ['backup', 'Evening.csv', ...kept])
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

test('what has come into the folders since is kept at the press of a button', async () => {
  const { page } = watched
  await addSong('Basalt', 2)
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('link', { name: 'Keep', exact: true }).first().click()
  const inStep = page.getByRole('region', { name: 'Keeping up to date' })
  await inStep.getByText('Not updated lately.').waitFor()
  await inStep.getByRole('button', { name: 'Update all now' }).click()
  await inStep.getByText(/^Last updated: /).waitFor()
  const list = await readFile(join(home, 'Keep/Evening/playlist.m3u8'), 'utf8')
  expect(list).toContain('02 The Testers - Basalt.wav')
  await inStep.getByRole('button', { name: 'Update all now' }).click()
  await inStep.getByText(/^Last updated: /).waitFor()
  await inStep.getByRole('link').click()
  await page.getByText('Of 1 list there is nothing new.').waitFor()
  await page.goBack()
})

test('the archive tells how much of what is heard is safe', async () => {
  const { page } = watched
  await page.getByRole('link', { name: 'How much of what you listen to is safe' }).click()
  const told = '100 % of the entries of your lists are safe'
  await page.getByRole('heading', { level: 1, name: told }).waitFor()
  await page.getByRole('img', { name: /kept now: 100 %/ }).waitFor()
  await page.getByRole('row', { name: /Amber/ }).waitFor()
  await expectAccessible(page, 'long tail')
  await takePictures(page, 'long-tail')
  await page.goBack()
})

test('damage is found and repaired with two clicks', async () => {
  const { page } = watched
  const path = join(home, 'Keep/Evening/01 The Testers - Amber.wav')
  const whole = await readFile(path)
  await writeFile(path, Buffer.from(whole).fill(7, 5_000, 6_000))
  // Neither is the source there any more: parity alone has the bytes.
  await rm(join(home, 'Music'), { recursive: true })
  const countClicks = () => {
    const counted = window as Window & { clicks?: number }
    counted.clicks = 0
    addEventListener('click', () => (counted.clicks = (counted.clicks ?? 0) + 1), true)
  }
  await page.evaluate(countClicks)
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByText(/^!?\s*Checked on .*: 1 file is damaged or missing\./).waitFor()
  await expectAccessible(page, 'damaged')
  await takePictures(page, 'damaged')
  await page.getByRole('button', { name: 'Repair now' }).click()
  await page.getByText(/Checked on .*: every file is intact\./).waitFor()
  expect((await readFile(path)).equals(whole)).toBe(true)
  expect(await page.evaluate(() => (window as Window & { clicks?: number }).clicks)).toBe(2)
  await expectAccessible(page, 'repaired')
  await takePictures(page, 'repaired')
})

test('how many copies each file has elsewhere is told', async () => {
  const { page } = watched
  const copies = page.getByRole('region', { name: 'Copies elsewhere' })
  await copies.getByText('There is no copy anywhere else.').waitFor()
  await runSongkeep(home, ['mirror', 'Keep', 'Copy'])
  await page.reload()
  await copies.getByText('2 files with 1 copy').waitFor()
  await copies.getByText('Files with the fewest copies').click()
  await copies
    .getByText(/Copy: intact on /)
    .first()
    .waitFor()
  await expectAccessible(page, 'copies')
  await takePictures(page, 'copies')
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('every night is settled for good', async () => {
  const { page } = watched
  const box = page.getByRole('checkbox', { name: /^Every night/ })
  const ticked = page.getByRole('checkbox', { name: /^Every night/, checked: true })
  await box.click()
  // It is ticked once the server has it.
  await ticked.waitFor()
  await expectAccessible(page, 'in step')
  await takePictures(page, 'in-step')
  await expect
    .poll(async () =>
      JSON.parse(await readFile(join(home, '.config/settings.json'), 'utf8').catch(() => '{}')),
    )
    .toMatchObject({ settings: { nightly: [join(home, 'Keep')] } })
  await page.reload()
  await ticked.waitFor()
  await page.getByRole('heading', { name: 'Copies elsewhere' }).waitFor()
  expect(await findEnglish(page, 'in-step')).toEqual([])
  expect([watched.faults, watched.strangers]).toEqual([[], []])
})
