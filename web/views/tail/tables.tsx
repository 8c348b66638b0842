import type { TailView } from '../../../src/api/contract.ts'
import { OutsideLink } from '../../parts/evidence/outside-link.tsx'

/** What hardly anybody is known to hold. */
export function RiskTable({ risk }: { readonly risk: TailView['risk'] }) {
  return (
    <table>
      <Head columns={risk.columns} />
      <tbody>
        {risk.rows.map(({ title, artists, weight, withdrawn, holders, right, state }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change their order
          <tr key={at}>
            <Name title={title} artists={artists} beside={weight} />
            <td>
              {withdrawn && <strong className="gone">{withdrawn}</strong>}
              <Links links={holders} />
            </td>
            <td>{right}</td>
            <td>{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What saves most for its size. */
export function NextTable({ next }: { readonly next: TailView['next'] }) {
  return (
    <table>
      <Head columns={next.columns} />
      <tbody>
        {next.rows.map(({ title, artists, saves, rate, way, why, links }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change their order
          <tr key={at}>
            <Name title={title} artists={artists} />
            <td>
              {saves}
              <small>{rate}</small>
            </td>
            <td>
              {way}
              {why && <small>{why}</small>}
              <Links links={links} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface NameProps {
  readonly title: string
  readonly artists: string
  readonly beside?: string
}

const Name = ({ title, artists, beside }: NameProps) => (
  <th scope="row">
    <bdi className="title">{title}</bdi> <bdi>{artists}</bdi>
    {beside && <small>{beside}</small>}
  </th>
)

interface LinksProps {
  readonly links: readonly { readonly text: string; readonly url?: string }[]
}

function Links({ links }: LinksProps) {
  if (links.length === 0) return null
  return (
    <ul className="plain-list">
      {links.map(({ text, url }) => (
        <li key={text}>
          <OutsideLink url={url} words={text} />
        </li>
      ))}
    </ul>
  )
}
