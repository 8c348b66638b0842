import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { countScript, openBrowser } from '../test/page/support/browser.ts'
import { buildPage } from '../test/page/support/build-page.ts'
import { type LargeRun, startLargeRun } from '../test/page/support/large-run.ts'
import { startServing } from '../test/page/support/serve.ts'

/**
 * What a playlist of 10,000 tracks costs the page, beside one of 100: `node bench/page.ts`. Each is opened cold,
 * in a browser context of its own, five times in turn; then 10,000 events a second come for ten seconds.
 */
const [SMALL, LARGE, ROUNDS] = [100, 10_000, 5]
const FLOOD = { perSecond: 10_000, seconds: 10 }

interface Opening {
  /** Milliseconds from the start of the navigation. */
  readonly paint: number
  readonly rows: number
  readonly scriptBytes: number
  readonly heapBytes: number
  readonly processBytes: number
}

async function openOnce(browser: Browser, address: string, route: string): Promise<Opening> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const script = await countScript(page)
  await page.goto(`${address}/#${route}`)
  const rows = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('.tracks li, .entries li')) resolve(performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await page.evaluate(async () => {
    for (let step = 0; step <= 100; step++) {
      scrollTo(0, (document.documentElement.scrollHeight * step) / 100)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('Performance.getMetrics'))
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  const processBytes = largestRenderer()
  await context.close()
  return { paint, rows, scriptBytes: script(), heapBytes, processBytes }
}

/** The proportional memory of the largest renderer there is, libraries shared with others counted in part. */
function largestRenderer(): number {
  const sizes = readdirSync('/proc').flatMap((name) => {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) return []
      const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))
      return found ? [Number(found[1]) * 1024] : []
    } catch {
      return []
    }
  })
  return Math.max(Number.NaN, ...sizes) || Math.max(...sizes)
}

async function flood(
  page: Page,
  run: LargeRun,
): Promise<{ sent: number; frames: number; longest: number }> {
  const watching = page.evaluate(async (seconds) => {
    const started = performance.now()
    let [frames, longest, last] = [0, 0, started]
    while (performance.now() - started < seconds * 1_000) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      frames++
    }
    return { frames, longest }
  }, FLOOD.seconds)
  const started = performance.now()
  let sent = 0
  while (performance.now() - started < FLOOD.seconds * 1_000) {
    const due = ((performance.now() - started) / 1_000) * FLOOD.perSecond
    for (; sent < due; sent++) {
      const position = (sent % LARGE) + 1
      run.telling.show(sent % 2 === 0 ? run.stageOf(position) : run.outcomeOf(position))
    }
    await sleep(5)
  }
  return { sent, ...(await watching) }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

buildPage()
const home = await mkdtemp(join(tmpdir(), 'songkeep-bench-'))
const serving = await startServing(home)
const browser = await openBrowser()
try {
  await using small = await startLargeRun(home, SMALL)
  await using large = await startLargeRun(home, LARGE)
  for (const run of [small, large])
    for (const { position } of run.playlist.entries) run.telling.show(run.outcomeOf(position))
  await sleep(2_000)
  for (const view of ['', '/result']) {
    const all: Record<number, Opening[]> = { [SMALL]: [], [LARGE]: [] }
    for (let round = 0; round < ROUNDS; round++)
      for (const [run, length] of [
        [small, SMALL],
        [large, LARGE],
      ] as const)
        all[length]?.push(await openOnce(browser, serving.address, `/jobs/${run.id}${view}`))
    for (const length of [SMALL, LARGE]) {
      const told = all[length] ?? []
      const ms = (key: 'paint' | 'rows') => `${median(told.map((each) => each[key])).toFixed(0)} ms`
      const mb = (key: 'heapBytes' | 'processBytes') =>
        `${(median(told.map((each) => each[key])) / 2 ** 20).toFixed(0)} MB`
      console.log(
        `${view === '' ? 'progress' : 'result'}, ${length} tracks: first paint ${ms('paint')}, rows ${ms('rows')}, script ${(median(told.map((each) => each.scriptBytes)) / 1000).toFixed(1)} kB, heap ${mb('heapBytes')}, process ${mb('processBytes')}`,
      )
    }
  }
  const page = await browser.newPage()
  await page.goto(`${serving.address}/#/jobs/${large.id}`)
  await page.locator('.tracks li').first().waitFor()
  const { sent, frames, longest } = await flood(page, large)
  console.log(
    `flood: ${sent} events in ${FLOOD.seconds} s; ${(frames / FLOOD.seconds).toFixed(0)} frames a second, the longest without one ${longest.toFixed(0)} ms`,
  )
} finally {
  await browser.close()
  await serving.stop()
  await rm(home, { recursive: true, force: true })
}
