import type { Words } from '../../../words/words.ts'
import { html, type Markup } from '../../html/markup.ts'
import { type LongTail, shareOf } from '../long-tail.ts'
import { bytesForShare } from '../measure/storage-curves.ts'
import { pathOf, placeX, placeY, renderAxes, renderPicture, round, type Scale } from './frame.ts'

/** What share of the plays so many bytes can hold, chosen in two ways, and where the archive stands. */
export function drawStorage(tail: LongTail, words: Words): Markup {
  const { storage, all, kept, archives } = tail
  const said = words.tail.storage
  const scale: Scale = { maxX: all.bytes, maxY: 1 }
  const ticks = [0, 0.5, 1].map(
    (part) => [part * all.bytes, words.units.bytes(part * all.bytes)] as const,
  )
  const keptShare = shareOf(kept.plays, all.plays)
  const content = html`${renderAxes({ across: said.across, up: said.up, ticks }, scale, words)}<path class="even dashed" d="${pathOf(storage.byPlays, scale)}"/><path class="line" d="${pathOf(storage.byPlaysPerByte, scale)}"/>${archives.length > 0 ? renderDot(kept.bytes, keptShare, said.keptNow(keptShare, kept.bytes), scale) : ''}${renderKey(said.byPlaysPerByte, said.byPlays, scale)}`
  const description = describeStorage(tail, words)
  return renderPicture('storage', { title: said.title, description }, content)
}

/** The curve and the dot in words. */
export function describeStorage({ storage, all, kept, archives }: LongTail, words: Words): string {
  const said = words.tail.storage
  const sizeOf = (share: number) => bytesForShare(storage.byPlaysPerByte, share)
  const described = said.describe(sizeOf(0.9), sizeOf(0.99), all.bytes)
  return archives.length === 0
    ? described
    : `${described} ${said.keptNow(shareOf(kept.plays, all.plays), kept.bytes)}.`
}

/** About as wide as a letter of a label is. */
const LETTER = 7

/** The label stands under the dot, and within the picture. */
function renderDot(bytes: number, share: number, text: string, scale: Scale): Markup {
  const [x, y] = [placeX(bytes, scale), placeY(share, scale)]
  const half = (text.length * LETTER) / 2
  const middle = Math.min(placeX(scale.maxX, scale) - half, Math.max(placeX(0, scale) + half, x))
  return html`<circle class="dot" cx="${x}" cy="${y}" r="4"/><text class="label" x="${round(middle)}" y="${round(y + 18)}" text-anchor="middle">${text}</text>`
}

/** Which line is which: told where both curves leave room. */
function renderKey(best: string, other: string, scale: Scale): Markup {
  const [x, y] = [placeX(scale.maxX * 0.32, scale), placeY(0.2, scale)]
  return html`<path class="line" d="M${x} ${y - 4}h18"/><text x="${x + 23}" y="${y}">${best}</text><path class="even dashed" d="M${x} ${y + 12}h18"/><text x="${x + 23}" y="${y + 16}">${other}</text>`
}
