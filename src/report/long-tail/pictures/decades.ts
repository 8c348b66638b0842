import type { Words } from '../../../words/words.ts'
import { html, type Markup } from '../../html/markup.ts'
import type { LongTail } from '../long-tail.ts'
import { renderPicture, round, WIDTH } from './frame.ts'

const ROW = 34
const BAR = 12
const LEFT = 4
const BOTTOM = 26

/** Tracks by the digits of their plays; of each bar the part that is kept is darker. */
export function drawDecades(tail: LongTail, words: Words): Markup {
  const { decades } = tail
  const said = words.tail
  const most = Math.max(1, ...decades.map(({ tracks }) => tracks))
  const lengthOf = (tracks: number) => round((tracks / most) * (WIDTH - 2 * LEFT))
  const height = decades.length * ROW + BOTTOM
  const rows = decades.map(({ from, tracks, keptTracks }, at) => {
    const y = at * ROW + 14
    const [all, kept] = [lengthOf(tracks), lengthOf(keptTracks)]
    // What is there is seen, however little it is beside the longest.
    const seen = (length: number, number: number) => (number > 0 ? Math.max(1.5, length) : 0)
    return html`<text x="${LEFT}" y="${y}">${said.decade(from)}</text><text x="${WIDTH - LEFT}" y="${y}" text-anchor="end">${said.decades.row('', tracks, keptTracks).replace(/^: /, '')}</text><rect class="bar" x="${LEFT}" y="${y + 4}" width="${seen(all, tracks)}" height="${BAR}"/><rect class="kept" x="${LEFT}" y="${y + 4}" width="${seen(kept, keptTracks)}" height="${BAR}"/>`
  })
  const content = html`${rows}<text class="axis" x="${WIDTH - LEFT}" y="${height - 6}" text-anchor="end">${said.decades.across}</text>`
  const description = describeDecades(tail, words)
  return renderPicture(
    'decades',
    { title: said.decades.title[tail.weighed], description },
    content,
    height,
  )
}

/** Each bar in words. */
export const describeDecades = ({ decades }: LongTail, { tail }: Words) =>
  tail.decades.describe(
    decades.map(({ from, tracks, keptTracks }) =>
      tail.decades.row(tail.decade(from), tracks, keptTracks),
    ),
  )
