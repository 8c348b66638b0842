import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeTune } from '../support/sound.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'

/* What a run did not find, or found wrongly, is put right by hand, in a real browser. */

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page
let clicks = 0
/** What the German page has said in English. */
const english: string[] = []

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-correct-'))
  await mkdir(join(home, 'Music'))
  await mkdir(join(home, 'Downloads'))
  const tune = (name: string, seed: number) => writeFile(join(home, name), makeTune(3, seed))
  await tune('Music/The Testers - Amber.wav', 1)
  await tune('Music/Somebody - Called Otherwise.wav', 2)
  await tune('Downloads/lost and found.wav', 3)
  await tune('Downloads/dropped.wav', 4)
  const rows = ['Amber', 'Basalt', 'Cedar', 'Dune', 'Ember', 'Fjord'].map(
    (each) => `${each},The Testers`,
  )
  await writeFile(join(home, 'Evening.csv'), ['Title,Artist', ...rows, ''].join('\n'))
  await runSongkeep(home, ['backup', 'Evening.csv', '-l', 'Music', '-i', 'Keep', '-f', 'keep'])
  serving = await startServing(home)
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(20_000)
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('link', { name: 'Keep', exact: true }).first().click()
  await page
    .getByRole('link', { name: /Evening/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Evening' }).waitFor()
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'correct-failed')
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

async function click(target: Locator): Promise<void> {
  clicks++
  await target.click()
}

const line = (title: string) => page.getByRole('button', { name: new RegExp(`^\\d+ ${title}`) })
const row = (title: string) => page.locator('li.entry').filter({ has: line(title) })

async function backToResult() {
  await page.getByText('The run is finished').waitFor()
  await page.getByRole('link', { name: 'See the result' }).click()
  await page.getByRole('heading', { name: 'Evening' }).waitFor()
}

test('a row that was not found is settled by a file of one’s own in four clicks', async () => {
  clicks = 0
  await click(line('Basalt'))
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    click(row('Basalt').getByRole('button', { name: 'Use a file of mine…' })),
  ])
  await chooser.setFiles(join(home, 'Downloads/lost and found.wav'))
  const right = row('Basalt').getByRole('button', { name: 'This is the one' })
  await right.waitFor()
  await look('correct-own-file')
  await click(right)
  await click(row('Basalt').getByRole('button', { name: 'Keep them now' }))
  await backToResult()
  expect(clicks).toBeLessThanOrEqual(4)
  const list = await readFile(join(home, 'Keep/Evening/playlist.m3u8'), 'utf8')
  expect(list).toContain('02 The Testers - Basalt.wav')
  const [decision] = (await readFile(join(home, 'Keep/decisions.jsonl'), 'utf8')).split('\n')
  expect(JSON.parse(decision ?? '')).toMatchObject({
    choice: { source: 'given', found: { kind: 'upload', name: 'lost and found.wav' } },
  })
})

test('a file is dropped, a file is chosen on the machine, and each can be taken back', async () => {
  await line('Cedar').click()
  await row('Cedar')
    .locator('.own-file')
    .evaluate(
      async (target, bytes) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.wav', { type: 'audio/wav' }))
        target.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
      },
      [...(await readFile(join(home, 'Downloads/dropped.wav')))],
    )
  await row('Cedar').getByRole('button', { name: 'This is the one' }).press('Enter')
  await page.getByText('“Cedar”: decided.').waitFor()
  await page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('Undone.').waitFor()
  await expect.poll(() => row('Cedar').getByText('You have chosen a recording').count()).toBe(0)

  await row('Cedar').getByRole('button', { name: 'Choose from this computer’s folders…' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('button', { name: 'Downloads', exact: true }).click()
  await dialog.getByRole('button', { name: /dropped\.wav/ }).waitFor()
  await look('correct-chooser')
  await dialog.getByRole('button', { name: /dropped\.wav/ }).click()
  await row('Cedar').getByRole('button', { name: 'This is the one' }).press('Enter')
  await row('Cedar').getByText('You have chosen a recording').waitFor()
  await row('Cedar').getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(() => row('Cedar').getByText('You have chosen a recording').count()).toBe(0)
  await line('Cedar').click()
})

test('the library is searched by other words, by keys alone', async () => {
  await line('Dune').focus()
  await page.keyboard.press('Enter')
  const title = row('Dune').getByRole('textbox', { name: 'Title' })
  await title.fill('Called Otherwise')
  await row('Dune').getByRole('textbox', { name: 'Artist' }).fill('Somebody')
  await page.keyboard.press('Enter')
  const right = row('Dune').getByRole('button', { name: 'This is the one' }).first()
  await right.waitFor()
  await look('correct-search')
  await right.focus()
  await page.keyboard.press('Enter')
  await row('Dune').getByText('You have chosen a recording').waitFor()
  await look('correct-decided')
})

test('what cannot be asked is told, and what is no audio file', async () => {
  await row('Dune')
    .getByRole('textbox', { name: /^Or paste/ })
    .fill('https://archive.org/details/x')
  await row('Dune').getByRole('button', { name: 'Look it up' }).click()
  await page.getByText('Songkeep is set to stay offline').waitFor()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    row('Dune').getByRole('button', { name: 'Use a file of mine…' }).click(),
  ])
  await chooser.setFiles(join(home, 'Evening.csv'))
  await page.getByText('Evening.csv is no audio file that Songkeep can read.').waitFor()
})

/** How many tracks the archive has such a decision about: rows out of sight are not in the page. */
async function countDecided(kind: string): Promise<number> {
  const lines = (await readFile(join(home, 'Keep/decisions.jsonl'), 'utf8')).trimEnd().split('\n')
  const last = new Map(
    lines.map((each) => JSON.parse(each)).map((each) => [each.track.title, each.choice.kind]),
  )
  return [...last.values()].filter((each) => each === kind).length
}

test('several rows are answered for at once, and all of it is undone', async () => {
  // An open row takes so much room that those below it are not in the page.
  await line('Dune').click()
  await page.getByRole('button', { name: 'Select several' }).click()
  await line('Cedar').click()
  await line('Fjord').click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'Selected rows' })
  await bar.getByText('4 selected').waitFor()
  await look('correct-several')
  await bar.getByRole('button', { name: 'None of these exist' }).click()
  await page.getByText('4 rows: decided.').waitFor()
  await expect.poll(() => countDecided('none')).toBe(4)
  await page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => countDecided('none')).toBe(0)
  // What was decided for one of them before is decided again, beside the one of the first test.
  expect(await countDecided('recording')).toBe(2)

  await page.getByRole('button', { name: 'Select several' }).click()
  await bar.getByRole('button', { name: 'Select all shown' }).click()
  await bar.getByRole('button', { name: /^These are right/ }).click()
  await bar.waitFor({ state: 'detached' })
  expect(await countDecided('recording')).toBe(5)
  await page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => countDecided('recording')).toBe(2)
})

test('the page said all of it in German too, and asked nobody else', () => {
  expect(english).toEqual([])
  expect(watched.faults).toEqual([])
  expect(watched.strangers).toEqual([])
})
