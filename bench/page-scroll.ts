import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../test/page/support/browser.ts'
import { buildPage } from '../test/page/support/build-page.ts'
import { startLargeRun } from '../test/page/support/large-run.ts'
import { startServing } from '../test/page/support/serve.ts'

/**
 * Whether a list of 10,000 rows shows a gap while it is scrolled, in what the browser really draws, as
 * scrolling does not wait for scripts: `node bench/page-scroll.ts`. Rows are dyed, and so is the place behind
 * them; each frame of the screencast is then looked through for the colour of the place.
 */
const LENGTH = 10_000
const dye = `
  .rows, .tracks { background: #0ff !important }
  .rows li, .tracks li { background: #f0f !important }
  .rows li *, .tracks li * { visibility: hidden }
`
/** Thinner lines of it are the edges between rows. */
const LEAST_GAP_PX = 8

interface Seen {
  readonly frames: number
  readonly gaps: number
  /** Of the window's height. */
  readonly largest: number
}

async function watch(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<Seen> {
  const frames: string[] = []
  const take = ({ data, sessionId }: { data: string; sessionId: number }) => {
    frames.push(data)
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
  }
  session.on('Page.screencastFrame', take)
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 })
  await act()
  await sleep(200)
  await session.send('Page.stopScreencast')
  session.off('Page.screencastFrame', take)
  const shares = await page.evaluate(findGaps, frames)
  const gaps = shares.filter((share) => share * page.viewportSize()!.height > LEAST_GAP_PX)
  return { frames: frames.length, gaps: gaps.length, largest: Math.max(0, ...gaps) }
}

/** In the page, which can read pictures: how much of each one's middle column is the dyed place. */
async function findGaps(frames: readonly string[]): Promise<number[]> {
  const shares: number[] = []
  for (const data of frames) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes]))
    const { width, height } = picture
    const canvas = new OffscreenCanvas(width, height).getContext('2d')!
    canvas.drawImage(picture, 0, 0)
    const column = canvas.getImageData(Math.floor(width / 2), 0, 1, height).data
    let gap = 0
    for (let y = 0; y < height; y++) {
      const [red = 0, green = 0, blue = 0] = column.subarray(y * 4, y * 4 + 3)
      if (red < 60 && green > 200 && blue > 200) gap++
    }
    shares.push(gap / height)
  }
  return shares
}

buildPage()
const home = await mkdtemp(join(tmpdir(), 'songkeep-bench-'))
const serving = await startServing(home)
const browser = await openBrowser()
try {
  await using run = await startLargeRun(home, LENGTH)
  for (const { position } of run.playlist.entries) run.telling.show(run.outcomeOf(position))
  await sleep(2_000)
  for (const [name, view, list] of [
    ['progress', '', '.tracks'],
    ['result', '/result', '.entries'],
  ] as const) {
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(`${serving.address}/#/jobs/${run.id}${view}`)
    await page.locator(`${list} li`).first().waitFor()
    await page.addStyleTag({ content: dye })
    await page.evaluate((selector) => document.querySelector(selector)!.scrollIntoView(), list)
    const tell = ({ frames, gaps, largest }: Seen) =>
      `${gaps} of ${frames} frames with a gap${gaps > 0 ? `, the largest ${Math.round(largest * 100)} % of the window` : ''}`
    for (const speed of [3_000, 10_000, 40_000, 120_000]) {
      const gesture = { x: 500, y: 400, yDistance: -2 * speed, speed, preventFling: true }
      const seen = await watch(page, session, () =>
        session.send('Input.synthesizeScrollGesture', { ...gesture, gestureSourceType: 'mouse' }),
      )
      console.log(`${name}, ${speed} px/s: ${tell(seen)}`)
    }
    const storm = await watch(page, session, async () => {
      for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, turn % 20 < 15 ? 1_800 : -900)
    })
    console.log(`${name}, a wheel turned wildly: ${tell(storm)}`)
    await context.close()
  }
} finally {
  await browser.close()
  await serving.stop()
  await rm(home, { recursive: true, force: true })
}
