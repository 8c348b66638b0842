import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContextOptions,
  chromium as driver,
  type Page,
} from 'playwright-core'
import { expect } from 'vitest'
import { expectRoomForFingers } from './narrow.ts'

/** What of the packaged Chromium's switches would make it another browser than people have. */
const unlike = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
]

/** A real Chromium, which comes inside an npm package; with the same walls between pages as anybody's. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = chromium.args.filter(
    (each) => !unlike.includes(each) && !each.includes('site-per-process'),
  )
  const options = {
    executablePath: await chromium.executablePath(),
    args: [...args, '--autoplay-policy=no-user-gesture-required', ...more],
    headless: true,
  }
  try {
    return await driver.launch(options)
  } catch (error) {
    if (!/shared librar/.test(String(error))) throw error
    // A machine without NSS and its like: the package brings them along, for clouds that have none either.
    const bin = join(
      dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
      '../bin',
    )
    const LD_LIBRARY_PATH = join(await inflate(join(bin, 'al2023.tar.br')), 'lib')
    return await driver.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH } })
  }
}

/** A page that tells what its console and its errors said, and that asked nobody but its own server. */
export interface WatchedPage {
  readonly page: Page
  /** Errors of the page, and what its policy refused. */
  readonly faults: string[]
  /** Requests to anybody else. */
  readonly strangers: string[]
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const strangers: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A server that is down is told by the browser itself.
    if (message.type() === 'error' && !/net::ERR_|Failed to load resource/.test(message.text()))
      faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(?:data|blob):/.test(request.url()))
      strangers.push(request.url())
  })
  await page.goto(address)
  return { page, faults, strangers }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Nothing that keeps people out, as far as a machine can tell: WCAG 2.2 AA and good practice, on a phone too. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // Evaluated, not added to the page: its policy runs no script but its own.
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run(): Promise<{ violations: readonly AxeViolation[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => ({ html, failureSummary })),
    }))
  })
  expect(found, where).toEqual([])
  await expectRoomForFingers(page, where)
}

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** Counts the bytes of script that come over the line, compressed as they come, from now on. */
export async function countScript(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}
