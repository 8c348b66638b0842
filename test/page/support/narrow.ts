import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** 1280 px at 400 %: WCAG 2.2, 1.4.10. */
const NARROW = { width: 320, height: 700 }

/** Under a finger, on the narrowest screen: nothing lies beyond the edge, and everything to touch is large enough. */
export async function expectRoomForFingers(page: Page, where: string): Promise<void> {
  const before = page.viewportSize()
  const session = await page.context().newCDPSession(page)
  const touch = (enabled: boolean) =>
    session.send('Emulation.setTouchEmulationEnabled', { enabled, maxTouchPoints: 5 })
  await touch(true)
  await page.setViewportSize(NARROW)
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const small = await page.evaluate(findSmallTargets)
  await touch(false)
  await session.detach()
  if (before) await page.setViewportSize(before)
  expect({ beyond, small }, where).toEqual({ beyond: 0, small: [] })
}

/** What is less than 44 px (WCAG 2.2, 2.5.5) either way, but for links within a sentence and what is only drawn by the browser. */
function findSmallTargets(): readonly string[] {
  const enough = 43.5
  const targets = document.querySelectorAll<HTMLElement>(
    'button, a[href], select, input, textarea, summary, [role=button], [role=tab], [role=option]',
  )
  return [...targets].flatMap((each) => {
    const box = (each.closest('label') ?? each).getBoundingClientRect()
    const style = getComputedStyle(each)
    const isSeen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const isOut = box.width <= 1 || box.bottom < 0
    const isInText = each.tagName === 'A' && style.display === 'inline'
    if (!isSeen || isOut || isInText) return []
    if (box.width >= enough && box.height >= enough) return []
    const name = (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 40)
    return [
      `${each.tagName}.${each.className} "${name}" ${box.width.toFixed()}×${box.height.toFixed()}`,
    ]
  })
}
