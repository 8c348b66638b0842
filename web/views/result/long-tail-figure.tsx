import { useMemo } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { type LongTail, type LongTailBand, measureLongTail } from './long-tail.ts'

/** How well the rare is kept beside the common: a bar for each band, and the same in numbers. */
export function LongTailFigure({ rows }: { readonly rows: readonly Row[] }) {
  const tail = useMemo(() => measureLongTail(rows), [rows])
  const text = useText().result.tail
  if (!tail) return null
  const { by, bands } = tail
  const longest = Math.max(1, ...bands.map(({ amount }) => amount))
  return (
    <section className="tail">
      <h2>{text.heading}</h2>
      <table>
        <caption>
          {text[by]} <small>{text.legend(by)}</small>
        </caption>
        <thead className="sr">
          <tr>
            <th scope="col">{text.bandHead[by]}</th>
            <th scope="col">{text.drawn}</th>
            <th scope="col">{text.keptHead}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <BandRow key={band.from} by={by} band={band} longest={longest} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface BandProps {
  readonly by: LongTail['by']
  readonly band: LongTailBand
  readonly longest: number
}

function BandRow({ by, band, longest }: BandProps) {
  const text = useText().result.tail
  const percent = (amount: number) => `${Math.round((amount / longest) * 1000) / 10}%`
  return (
    <tr>
      <th scope="row">{text.band[by](band)}</th>
      <td>
        <svg aria-hidden="true">
          <rect className="whole-amount" width={percent(band.amount)} height="100%" />
          <rect className="kept-amount" width={percent(band.amountKept)} height="100%" />
        </svg>
      </td>
      <td>
        {text.kept(band)}
        {by === 'plays' && <small className="sentence">{text.played(band)}</small>}
      </td>
    </tr>
  )
}
