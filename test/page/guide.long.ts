import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Replay } from '../support/hosts/replay.ts'
import {
  CLIENT_ID,
  idOf,
  makeItems,
  makeSpotify,
  type SpotifyServer,
} from '../support/hosts/spotify.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { variablesOfReplay } from '../support/program.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/*
 * From Spotify without knowing anything: the guide, the login, the lists, and a run that is tried, in a real browser on
 * a real server before a double of Spotify that refuses what Spotify refuses. Each test goes on where the one before ended.
 */

let home: string
let spotify: SpotifyServer
let replay: Replay
let serving: Serving
let browser: Browser
let watched: WatchedPage
let page: Page
const english: string[] = []

const mine = { id: 'me-myself' }
const lists = [
  { name: 'Evening', uri: `spotify:playlist:${idOf(1)}`, owner: mine, items: { total: 3 } },
  ...Array.from({ length: 24 }, (_, at) => ({
    name: `Été ${at + 1} <b>`,
    uri: `spotify:playlist:${idOf(at + 100)}`,
    owner: mine,
    items: { total: at },
  })),
  { name: 'Top 50', uri: `spotify:playlist:${idOf(90)}`, owner: { id: 'spotify' } },
  {
    name: 'Of a friend',
    uri: `spotify:playlist:${idOf(91)}`,
    owner: { id: 'ann', display_name: 'Ann' },
  },
]

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-guide-'))
  await mkdir(join(home, 'Music'))
  spotify = makeSpotify({
    items: makeItems(3),
    instead: (url) =>
      url.pathname === '/v1/me/playlists'
        ? {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ items: lists, total: lists.length }),
          }
        : undefined,
  })
  replay = await startStrictReplay(spotify.say)
  serving = await startServing(home, 0, variablesOfReplay(replay.port))
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
  page = watched.page
  page.setDefaultTimeout(30_000)
  await page.context().route('https://accounts.spotify.com/**', (route) => {
    const address = route.request().url()
    const complaint = spotify.complain(address)
    const { href } = spotify.consent(address)
    const refusal = href.replace(/code=[^&]+/, 'error=access_denied')
    const body =
      complaint ?? `<a id="agree" href="${href}">Agree</a> <a id="cancel" href="${refusal}">No</a>`
    return route.fulfill({ contentType: 'text/html', body: `<!doctype html>${body}` })
  })
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(page, 'guide-failed')
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await replay?.[Symbol.asyncDispose]()
  await rm(home, { recursive: true, force: true })
})

const look = async (name: string) => {
  await expectAccessible(page, name)
  await takePictures(page, name)
  english.push(...(await findEnglish(page, name)))
}
const button = (name: string | RegExp) => page.getByRole('button', { name })

/** The words of the guide in the other language are loaded when it is first chosen: until this is said. */
async function loadGerman(words: string) {
  const language = page.getByRole('combobox', { name: /^(?:Language|Sprache)$/ })
  await language.selectOption('de')
  await page.getByText(words).waitFor()
  await language.selectOption('en')
}

/** Opens Spotify's own page in a tab of its own, as pressing the button does. */
async function openSpotify(): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await button('Log in to Spotify').click()
  return await opened
}

test('the start page leads to three ways side by side, and a card for each other service', async () => {
  await page.getByRole('link', { name: 'How to get playlists out of Spotify and others' }).click()
  await page.getByRole('heading', { name: 'Where your playlists are' }).waitFor()
  for (const name of ['Your data from Spotify', 'Exportify', 'Your own login', 'TIDAL'])
    await page.getByRole('article', { name }).waitFor()
  const tops = await page
    .getByRole('article')
    .filter({ has: page.getByText('Until you have it') })
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  for (const steps of await page.locator('summary').all()) await steps.click()
  await loadGerman('Wo die Playlists sind')
  await page.getByText('http://127.0.0.1/callback', { exact: true }).waitFor()
  await look('guide')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('a link that cannot be read leads there too, and names no command', async () => {
  await page.goto(serving.address)
  await page
    .getByRole('textbox', { name: /^Paste a link/ })
    .fill(`https://open.spotify.com/playlist/${idOf(1)}`)
  await button('Read it').click()
  const alert = page.getByRole('alert')
  const link = alert.getByRole('link', { name: 'How to get your playlists from Spotify' })
  await link.waitFor()
  expect(await alert.textContent()).not.toContain('songkeep login')
  await loadGerman('Wie Playlists aus Spotify kommen')
  await look('guide-start')
  await link.click()
  await page.getByRole('heading', { name: 'Where your playlists are' }).waitFor()
})

test('what is no client id is told; a refusal in the other tab is told here', async () => {
  await page.getByRole('textbox', { name: 'Client id' }).fill('my app')
  await button('Log in to Spotify').click()
  await page.getByText('This does not look like a client id.').waitFor()
  await page.getByRole('textbox', { name: 'Client id' }).fill(CLIENT_ID)
  const tab = await openSpotify()
  await page.getByText('Waiting for your answer').waitFor()
  await look('guide-waiting')
  await tab.locator('#cancel').click()
  await tab.getByText('The login was refused in the browser.').waitFor()
  await tab.close()
  await page.getByText('The login was refused in the browser.').waitFor()
})

test('who agrees is logged in, here and in the terminal, and no secret has come to the page', async () => {
  const tab = await openSpotify()
  await tab.locator('#agree').click()
  await tab.getByRole('link', { name: 'Go on in Songkeep' }).click()
  await tab.getByText('You are logged in to Spotify as Me').waitFor()
  await tab.close()
  await page.getByText('0 of 26 chosen').waitFor()
  expect((await stat(join(home, '.config', 'spotify.json'))).mode & 0o777).toBe(0o600)
  const stored = await readFile(join(home, '.config', 'spotify.json'), 'utf8')
  const shown = (await page.content()) + serving.said()
  const secrets = spotify.secrets.filter((secret) => stored.includes(secret))
  expect(secrets).toHaveLength(2)
  for (const secret of [...secrets, CLIENT_ID]) expect(shown).not.toContain(secret)
})

test('lists are searched and ticked; those of others say why not', async () => {
  const search = page.getByRole('searchbox', { name: 'Search your lists' })
  await search.fill('ete 2')
  await button('All').click()
  await page.getByText('7 of 26 chosen').waitFor()
  await button('None').click()
  await search.fill('')
  await page.getByRole('checkbox', { name: /^Evening/ }).check()
  await page.getByRole('checkbox', { name: /^Liked Songs/ }).check()
  await page.getByText('2 of 26 chosen').waitFor()
  await page.getByText('2 lists that Spotify does not let your app read').click()
  await page.getByText('by Ann').waitFor()
  await look('guide-lists')
})

test('what is ticked is read at the start, and tried', async () => {
  await button('Take these to the start page').click()
  await page.getByRole('heading', { name: 'What Songkeep found' }).waitFor()
  await page.getByText('Evening').first().waitFor()
  await page.getByText('Liked Songs').first().waitFor()
  await page.getByRole('textbox', { name: 'Into' }).fill(join(home, 'Keep'))
  await button('Trial run').click()
  await page.getByText('The run is finished').waitFor()
})

test('out again, and in by the pasted address', async () => {
  await page.goto(`${serving.address}/#/guide`)
  await button('Log out of Spotify').click()
  await page.getByText('Your client id is saved.').waitFor()
  await expect(stat(join(home, '.config', 'spotify.json'))).rejects.toThrow()
  const tab = await openSpotify()
  const address = await tab.locator('#agree').getAttribute('href')
  await tab.close()
  await page.getByText('The browser ended at a page that cannot be shown?').click()
  const field = page.getByRole('textbox', { name: 'The address that the browser ended at' })
  await field.fill('https://open.spotify.com/')
  await button('Finish the login').click()
  await page.getByText('This is not the address that a login at Spotify ends at.').waitFor()
  await field.fill(address ?? '')
  await button('Finish the login').click()
  await page.getByText('0 of 26 chosen').waitFor()
})

test('nothing was said in English on the German page, and nothing went wrong', () => {
  expect(english).toEqual([])
  expect(watched.strangers).toEqual([])
  expect(watched.faults).toEqual([])
})
