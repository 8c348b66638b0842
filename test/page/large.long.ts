import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { countScript, openBrowser, openPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { startLargeRun } from './support/large-run.ts'
import { type Serving, startServing } from './support/serve.ts'

const LENGTH = 10_000

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

const open = async (route: string) => {
  const watched = await openPage(browser, serving.address)
  onTestFinished(() => watched.page.context().close())
  await watched.page.goto(`${serving.address}/#${route}`)
  return watched
}

/** Jumps through the list and looks, a frame after each jump, for places of the window that show no row. */
async function countBlanks(page: Page, list: string): Promise<{ jumps: number; blank: number }> {
  return await page.evaluate(async (selector) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    let [jumps, blank] = [0, 0]
    const height = document.documentElement.scrollHeight - innerHeight
    for (let step = 0; step <= 60; step++) {
      // To and fro, near and far.
      window.scrollTo(0, height * ((step * 37) % 61) * (1 / 60))
      await frame()
      await frame()
      jumps++
      const box = document.querySelector(selector)?.getBoundingClientRect()
      if (!box) return { jumps, blank: jumps }
      const from = Math.max(box.top, 0) + 8
      const to = Math.min(box.bottom, innerHeight) - 8
      for (let y = from; y < to; y += 24) {
        const found = document.elementsFromPoint(box.left + box.width / 2, y)
        if (!found.some((each) => each.closest(`${selector} li`))) blank++
      }
    }
    return { jumps, blank }
  }, list)
}

/** Whether nothing came since it was asked before: the network itself is never idle, as news of runs go on. */
function hasLoaded(script: () => number): () => boolean {
  let before = 0
  return () => {
    const [last, now] = [before, script()]
    before = now
    return now > 0 && now === last
  }
}

test('the first load is at most 150 kB of script, compressed, whichever view it opens', async () => {
  await using run = await startLargeRun(home, 10)
  await run.end()
  for (const route of [
    '/',
    '/jobs',
    `/jobs/${run.id}`,
    `/jobs/${run.id}/result`,
    '/library',
    '/settings',
    '/guide',
  ]) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const script = await countScript(page)
    await page.goto(`${serving.address}/#${route}`)
    await page.locator('main h1').waitFor()
    await expect.poll(hasLoaded(script), { interval: 1_000, timeout: 20_000 }).toBe(true)
    expect(script(), route).toBeGreaterThan(10_000)
    expect(script(), route).toBeLessThanOrEqual(150_000)
    await context.close()
  }
})

test('ten thousand tracks: no blank row, and a flood of events is shown to its end', async () => {
  await using run = await startLargeRun(home, LENGTH)
  const { page, faults, strangers } = await open(`/jobs/${run.id}`)
  await page.getByText('Title 1 of a song').waitFor()
  expect(await countBlanks(page, '.tracks')).toEqual({ jumps: 61, blank: 0 })
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await page.getByText(`Title ${LENGTH} of a song`).waitFor()

  // Ten thousand events a second for three seconds: stages, then ends.
  for (let at = 0; at < 300; at++) {
    for (let step = 0; step < 100; step++) {
      const position = ((at * 100 + step) % LENGTH) + 1
      run.telling.show(at < 200 ? run.stageOf(position) : run.outcomeOf(position))
    }
    await sleep(10)
  }
  // It still answers while the flood goes on, and shows the end.
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.locator('.tracks li').first().getByText('Not found').waitFor()
  await run.end()
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await page.locator('.tracks li').last().getByText('Not found').waitFor()

  await page.goto(`${serving.address}/#/jobs/${run.id}/result`)
  await page.locator('.entries li').first().waitFor()
  expect(await countBlanks(page, '.entries')).toEqual({ jumps: 61, blank: 0 })
  expect(faults).toEqual([])
  expect(strangers).toEqual([])
})
