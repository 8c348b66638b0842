import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures of every view go, for people to look at; without it none are taken. */
const folder = process.env.SONGKEEP_PICTURES

const sizes = {
  desk: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const

/** Of a list of thousands nobody looks at more. */
const MAX_HEIGHT = 5000

/** The whole view as it is now: in the light, in the dark, and on a phone. */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const [device, size] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const height = await page.evaluate(heightOfView)
      await page.setViewportSize({ ...size, height: Math.min(height, MAX_HEIGHT) })
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(folder, `${name}-${device}-${colorScheme}.png`) })
    }
  await page.setViewportSize(sizes.desk)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Of all there is to scroll to; an open window covers no more than the screen. */
function heightOfView(): number {
  const open = document.querySelector('dialog[open]')
  return open ? innerHeight : document.documentElement.scrollHeight
}
