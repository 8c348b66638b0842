import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWav } from '../support/sound.ts'
import { buildPage } from './support/build-page.ts'
import { findFirefox, openFirefox } from './support/firefox.ts'
import { runSongkeep, type Serving, startServing } from './support/serve.ts'

/*
 * The page in Debian's Firefox: a browser of another make, driven by WebDriver BiDi.
 */

const firefox = findFirefox()
let home: string
let serving: Serving

beforeAll(async () => {
  if (!firefox) return
  buildPage()
  home = await mkdtemp(join(tmpdir(), 'songkeep-firefox-home-'))
  await mkdir(join(home, 'Music'))
  await writeFile(join(home, 'Music', 'The Testers - Amber.wav'), makeWav(1, 1))
  await writeFile(join(home, 'Some.txt'), 'The Testers - Amber\nThe Testers - Nowhere\n')
  const { code } = await runSongkeep(home, [
    ...['backup', 'Some.txt', '--into', 'Keep', '--library', 'Music'],
  ])
  expect(code).toBe(1)
  serving = await startServing(home)
})

afterAll(async () => {
  await serving?.stop()
  if (home) await rm(home, { recursive: true, force: true })
})

const heading = (text: string) =>
  `document.querySelector('main h1')?.textContent.trim() === ${JSON.stringify(text)}`

test.skipIf(!firefox)('every view is drawn, a row opens, and a lost server is found', async () => {
  await using page = await openFirefox(firefox ?? '')
  await page.goto(serving.address)
  await page.waitFor(`document.querySelector('main h1')`)
  await page.evaluate(`globalThis.isSamePage = true`)

  await page.click('header a[href="#/jobs"]')
  await page.waitFor(`document.querySelector('main a[href$="/result"]')`)
  await page.click('main a[href$="/result"]')
  await page.waitFor(`document.querySelectorAll('.entries li').length === 2`)
  await page.click('.entries li button.line')
  await page.waitFor(`document.querySelector('.entries li.open .more')?.textContent.length > 100`)

  const port = Number(new URL(serving.address).port)
  await serving.kill()
  await page.click('header a[href="#/library"]')
  await new Promise((resolve) => setTimeout(resolve, 5000))
  serving = await startServing(home, port)
  await page.waitFor(heading('Library'))
  expect(await page.evaluate('globalThis.isSamePage')).toBe(true)

  for (const width of [320, 1280]) {
    await page.setViewport(width, 900)
    for (const route of ['#/', '#/jobs', '#/library', '#/settings']) {
      await page.evaluate(`location.hash = '${route}'`)
      await page.waitFor(`document.querySelector('main h1')`)
      // What the view asks for has come.
      await new Promise((resolve) => setTimeout(resolve, 500))
      const beyond = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(beyond, `${route} at ${width}`).toBe(0)
    }
  }
  expect(page.faults).toEqual([])
})
