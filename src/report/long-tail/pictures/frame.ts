import type { Words } from '../../../words/words.ts'
import { html, type Markup } from '../../html/markup.ts'
import type { Point } from '../measure/inequality.ts'

/** Units of a picture: about as many CSS pixels on a phone, so that its letters stay readable there. */
export const WIDTH = 340
const HEIGHT = 260
const LEFT = 44
const RIGHT = 10
const TOP = 24
const BOTTOM = 44

/** What both axes of a curve's picture go to. */
export interface Scale {
  readonly maxX: number
  readonly maxY: number
}

export const placeX = (x: number, { maxX }: Scale) =>
  round(LEFT + (x / (maxX || 1)) * (WIDTH - LEFT - RIGHT))
export const placeY = (y: number, { maxY }: Scale) =>
  round(HEIGHT - BOTTOM - (y / (maxY || 1)) * (HEIGHT - TOP - BOTTOM))

export const pathOf = (points: readonly Point[], scale: Scale) =>
  points
    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${placeX(x, scale)} ${placeY(y, scale)}`)
    .join('')

interface Axes {
  readonly across: string
  readonly up: string
  /** Of the axis from left to right: places and what is said there. */
  readonly ticks: readonly (readonly [at: number, text: string])[]
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1]

/** Lines and words around a curve; the axis upwards is a share. */
export function renderAxes({ across, up, ticks }: Axes, scale: Scale, words: Words): Markup {
  const base = HEIGHT - BOTTOM
  const rows = QUARTERS.map((share) => {
    const y = placeY(share, scale)
    return html`<path class="grid" d="M${LEFT} ${y}H${WIDTH - RIGHT}"/><text x="${LEFT - 5}" y="${round(y + 4)}" text-anchor="end">${sharePercent(share, words)}</text>`
  })
  const columns = ticks.map(([at, text], place) => {
    const anchor = place === 0 ? 'start' : place === ticks.length - 1 ? 'end' : 'middle'
    return html`<text x="${placeX(at, scale)}" y="${base + 16}" text-anchor="${anchor}">${text}</text>`
  })
  return html`${rows}${columns}<text class="axis" x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end">${across} →</text><text class="axis" x="2" y="10">↑ ${up}</text>`
}

const sharePercent = (share: number, { units }: Words) => `${units.fixed(share * 100, 0)} %`

/** One picture: its name and what is to be seen in it are told to whoever cannot see it. */
export function renderPicture(
  id: string,
  told: { readonly title: string; readonly description: string },
  content: Markup,
  height = HEIGHT,
): Markup {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${told.title}</title><desc id="${id}-desc">${told.description}</desc>${content}</svg>`
}

export const round = (value: number) => Math.round(value * 10) / 10
