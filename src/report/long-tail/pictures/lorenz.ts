import type { Words } from '../../../words/words.ts'
import { html, type Markup } from '../../html/markup.ts'
import type { LongTail } from '../long-tail.ts'
import type { Point } from '../measure/inequality.ts'
import { pathOf, placeX, placeY, renderAxes, renderPicture, type Scale } from './frame.ts'

const SCALE: Scale = { maxX: 1, maxY: 1 }

/** How unevenly plays are spread: the further the curve hangs below the straight line, the more unevenly. */
export function drawLorenz({ lorenz, gini }: LongTail, words: Words): Markup {
  const said = words.tail.lorenz
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (at) => [at, `${words.units.fixed(at * 100, 0)} %`] as const,
  )
  const curve = pathOf(lorenz, SCALE)
  const [x, y] = [placeX(0.04, SCALE), placeY(0.9, SCALE)]
  const content = html`${renderAxes({ across: said.across, up: said.up, ticks }, SCALE, words)}<path class="area" d="${curve}Z"/><path class="even" d="${pathOf(
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
    SCALE,
  )}"/><path class="line" d="${curve}"/><text class="big" x="${x}" y="${y}">${words.tail.gini(gini)}</text><text x="${x}" y="${y + 16}">${words.tail.giniMeaning}</text>`
  const description = describeLorenz({ lorenz, gini }, words)
  return renderPicture('lorenz', { title: said.title, description }, content)
}

/** The curve in words. */
export const describeLorenz = (
  { lorenz, gini }: Pick<LongTail, 'lorenz' | 'gini'>,
  { tail }: Words,
) => tail.lorenz.describe(valueAt(lorenz, 0.5), 1 - valueAt(lorenz, 0.9), gini)

/** Read off a curve that rises from left to right. */
function valueAt(curve: readonly Point[], x: number): number {
  const at = curve.findIndex((point) => point.x >= x)
  const [to, from] = [curve[at], curve[at - 1]]
  if (!to) return curve.at(-1)?.y ?? 0
  if (!from || to.x === from.x) return to.y
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)
}
