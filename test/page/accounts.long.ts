import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeTune } from '../support/sound.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'

/* A server with accounts, as each role sees it: each test goes on where the one before ended. */

const PASSWORD = 'long and winding'

let home: string
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-page-'))
  for (const [name, role] of [
    ['olga', 'owner'],
    ['mia', 'member'],
    ['gus', 'guest'],
  ] as const)
    expect(await runSongkeep(home, ['accounts', 'add', name, '--role', role], PASSWORD)).toEqual({
      code: 0,
    })
  serving = await startServing(home, 0, { SONGKEEP_ACCOUNTS: join(home, 'accounts') })
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'failed')
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(home, { recursive: true, force: true })
})

const nameField = () => page.getByLabel('Name', { exact: true })

async function signIn(as: string, password = PASSWORD): Promise<void> {
  await nameField().fill(as)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

async function signOut(): Promise<void> {
  await page.getByRole('button', { name: 'Log out' }).click()
  await nameField().waitFor()
}

const sections = () => page.getByRole('navigation').getByRole('link').allTextContents()

/** All that can be pressed between head and foot. */
const buttons = () => page.locator('main').getByRole('button').allTextContents()

async function expectOnServer(): Promise<void> {
  const foot = await page.getByRole('contentinfo').textContent()
  expect(foot).toContain('Runs on a server.')
  expect(await page.locator('body').textContent()).not.toMatch(/own computer|on this computer/)
}

test('who has not signed in is asked for a name at once, and shown no way that leads nowhere', async () => {
  await nameField().waitFor()
  expect(await nameField().evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await sections()).toEqual([])
  await expectOnServer()
  await expectAccessible(page, 'sign-in')
  await takePictures(page, 'sign-in')
  expect(await findEnglish(page, 'sign-in')).toEqual([])
  await signIn('olga', 'short and straight')
  await page.getByText('The name or the password is wrong.').waitFor()
})

test('an owner is shown all there is, and is not told that the server is their own computer', async () => {
  await signIn('olga')
  await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
  await page.getByText('Signed in as olga').waitFor()
  await expectOnServer()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('heading', { name: 'The server', exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Do the services work?' }).waitFor()
  await expectOnServer()
  await signOut()
})

/** A folder that is not theirs is not what a member could start the server with. */
async function expectAskedForFolder(): Promise<void> {
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('/etc')
  await dialog.getByRole('textbox').first().press('Enter')
  const told = await dialog.getByRole('alert').textContent()
  expect(told).toContain('whoever runs this server')
  expect(told).not.toContain('--folder')
  await page.keyboard.press('Escape')
}

test('a member is not shown what only an owner may do', async () => {
  await signIn('mia')
  await page.getByRole('heading', { name: 'Files' }).waitFor()
  expect(await page.getByRole('main').getByRole('heading').allTextContents()).toEqual([
    'Settings',
    'Folders',
    'Files',
    'Network',
  ])
  await expectOnServer()
  await expectAskedForFolder()
  await page.goto(`${serving.address}/#/guide`)
  await page.getByRole('heading', { name: 'Exportify' }).waitFor()
  await page.getByRole('heading', { name: 'YouTube' }).waitFor()
  expect(await page.getByText(/^Your own login/).count()).toBe(0)
  expect(await page.getByRole('heading', { name: 'Log in to Spotify' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Runs' }).click()
  await page.getByRole('heading', { name: 'Runs' }).waitFor()
  await expectOnServer()
  expect(await page.locator('.problem').count()).toBe(0)
  await page.getByRole('link', { name: 'Songkeep' }).click()
  await signOut()
})

test('a guest with whom nothing is shared is told so, and sent to the library from everywhere', async () => {
  await signIn('gus')
  await page.getByText('Signed in as gus').waitFor()
  for (const address of ['/', '/jobs', '/settings', '/guide']) {
    await page.goto(`${serving.address}/#${address}`)
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    await page.getByText('Nothing has been shared with you yet.').waitFor()
    expect(await buttons(), address).toEqual([])
  }
  expect(await sections()).toEqual(['Library'])
  expect(await findEnglish(page, 'guest-empty')).toEqual([])
  await expectOnServer()
})

async function shareArchive(): Promise<void> {
  await mkdir(join(home, 'Music'))
  await writeFile(join(home, 'Music/The Testers - Amber.wav'), makeTune(3, 1))
  await writeFile(
    join(home, 'Evening.csv'),
    'Title,Artist\nAmber,The Testers\nBasalt,The Testers\n',
  )
  await runSongkeep(home, ['backup', 'Evening.csv', '-l', 'Music', '-i', 'Keep', '-f', 'keep'])
  expect(await runSongkeep(home, ['accounts', 'share', 'gus', join(home, 'Keep')])).toEqual({
    code: 0,
  })
}

test('a guest is shown what was shared, and nothing to begin, to decide or to change there', async () => {
  await shareArchive()
  await page.reload()
  await page.getByRole('link', { name: 'Keep', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Evening' })
  await row.getByRole('button', { name: /^More/ }).click()
  await row.getByText('Downloads').waitFor()
  await page.getByRole('heading', { name: /how much/i }).waitFor()
  expect(await buttons()).toEqual(['↓', '⋯'])
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await takePictures(page, 'guest-archive')
  await expectAccessible(page, 'guest-archive')
  await page.getByRole('link', { name: /^How much of what you listen to/ }).click()
  await page.locator('.long-tail').waitFor()
  expect(await page.locator('input[type=file], .problem').count()).toBe(0)
  await page.goBack()
  await row.getByRole('link', { name: 'Evening' }).click()
  await page.getByRole('button', { name: /Basalt/ }).click()
  await page.locator('.entry.open .more h3').first().waitFor()
  expect(await page.locator('.chosen-bar, .correct, .remark, .problem').count()).toBe(0)
  expect(await buttons()).not.toContain('Back up again')
  expect(watched.faults).toEqual([])
  expect(serving.said()).not.toMatch(/winding|straight/)
})
