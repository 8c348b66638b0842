import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sayToProbe } from '../support/hosts/probe-answers.ts'
import { type Replay, startReplay } from '../support/hosts/replay.ts'
import { variablesOfReplay } from '../support/program.ts'
import { expectAccessible, openBrowser, openPage, type WatchedPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { type Serving, startServing } from './support/serve.ts'

/* The button that asks each service, in a real browser on a real server whose every host is one replay. */

let home: string
let replay: Replay
let serving: Serving
let browser: Browser
let watched: WatchedPage

beforeAll(async () => {
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-services-'))
  replay = await startReplay((url) => {
    if (url.hostname === 'itunes.apple.com') return { body: '{"moved":true}' }
    if (url.hostname === 'www.loc.gov') return { status: 403, body: 'Not from here.' }
    return sayToProbe(url)
  })
  serving = await startServing(home, 0, variablesOfReplay(replay.port))
  browser = await openBrowser()
  watched = await openPage(browser, serving.address)
})

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await replay?.[Symbol.asyncDispose]()
  await rm(home, { recursive: true, force: true })
})

test('each service is asked when the button is pressed, and not before', async () => {
  const { page } = watched
  await page.getByRole('link', { name: 'Settings' }).click()
  const services = page.getByRole('region', { name: 'Do the services work?' })
  await page.getByText('Encoder').waitFor()
  expect(replay.asked).toEqual([])
  await services.getByRole('button', { name: 'Ask each service' }).click()
  await services.getByText('10 of 16 work.').waitFor()
  const row = (title: string) => services.getByRole('listitem').filter({ hasText: title })
  const says = (title: string, words: RegExp) => row(title).getByText(words).first().waitFor()
  await says('MusicBrainz', /^works \(3 questions, [\d,]+ ms\)$/)
  await says('Library of Congress', /“Not from here\.”/)
  await says('Jamendo', /SONGKEEP_JAMENDO_CLIENT_ID/)
  await says('iTunes', /“results” is missing/)
  await expectAccessible(page, 'services')
  await takePictures(page, 'services')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    row('iTunes').getByRole('button', { name: 'Save a file for reporting the problem' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('songkeep-itunes.json')
  expect(JSON.parse(await readFile(await saved.path(), 'utf8'))).toMatchObject({
    service: 'iTunes',
    missing: 'results',
  })
})

test('the same in German', async () => {
  const { page, faults, strangers } = watched
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await page.getByText('10 von 16 funktionieren.').waitFor()
  expect(await findEnglish(page, 'services')).toEqual([])
  expect([faults, strangers]).toEqual([[], []])
})
