import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures of every view go, for people to look at; without it none are taken. */
const folder = process.env.SONGKEEP_PICTURES

type Media = Parameters<Page['emulateMedia']>[0] & object

const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const usual: Media = { colorScheme: 'light', forcedColors: 'none', media: 'screen' }

/** Every way of looking at a view; 640 px is a screen of 1280 px at 200 %, 320 px the same at 400 %. */
const looks: readonly (readonly [name: string, size: typeof desk, media: Media])[] = [
  ['desk-light', desk, {}],
  ['desk-dark', desk, { colorScheme: 'dark' }],
  ['phone-light', phone, {}],
  ['phone-dark', phone, { colorScheme: 'dark' }],
  ['zoom-light', { width: 640, height: 450 }, {}],
  ['narrow-dark', { width: 320, height: 700 }, { colorScheme: 'dark' }],
  ['forced-light', desk, { forcedColors: 'active' }],
  ['forced-dark', desk, { forcedColors: 'active', colorScheme: 'dark' }],
  // A page of A4 is as wide; what the dark has is not for paper.
  ['print', { width: 720, height: 1000 }, { media: 'print', colorScheme: 'dark' }],
]

/** Of a list of thousands nobody looks at more. */
const MAX_HEIGHT = 5000

/** The whole view as it is now, in each of the looks. */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const [look, size, media] of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ ...usual, ...media })
    const height = await page.evaluate(heightOfView)
    await page.setViewportSize({ ...size, height: Math.min(height, MAX_HEIGHT) })
    await page.waitForTimeout(150)
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
  }
  await page.setViewportSize(desk)
  await page.emulateMedia(usual)
}

/** Of all there is to scroll to; an open window covers no more than the screen. */
function heightOfView(): number {
  const open = document.querySelector('dialog[open]')
  return open ? innerHeight : document.documentElement.scrollHeight
}
