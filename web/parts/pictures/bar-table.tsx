import { usePictureText } from './use-picture-text.ts'

export interface TableBar {
  readonly name: string
  /** What the bar's length stands for, and how much of it is filled. */
  readonly amount: number
  readonly filled: number
  /** The same in words. */
  readonly said: string
}

interface Props {
  readonly title: string
  readonly bars: readonly TableBar[]
}

/** A picture that is a table too: a bar for each row, and beside it what it says. */
export function BarTable({ title, bars }: Props) {
  const text = usePictureText()
  const longest = Math.max(1, ...bars.map(({ amount }) => amount))
  const percent = (amount: number) => `${Math.round((amount / longest) * 1000) / 10}%`
  return (
    <table className="bar-table">
      <caption>{title}</caption>
      <thead className="sr">
        <tr>
          <th scope="col">{text.columns.of}</th>
          <th scope="col">{text.columns.drawn}</th>
          <th scope="col">{text.columns.kept}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, amount, filled, said }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td>
              <svg aria-hidden="true">
                <rect className="amount" width={percent(amount)} height="100%" />
                <rect className="filled" width={percent(filled)} height="100%" />
              </svg>
            </td>
            <td>{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
