import type { TailView as Tail } from '../../src/api/contract.ts'
import { useIsGuest } from '../api/session.ts'
import { useGet } from '../api/use-get.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { linkTo } from '../route.ts'
import { useLanguage, useText } from '../text/text.ts'
import { ListeningHistory } from './tail/listening-history.tsx'
import { NextTable, RiskTable } from './tail/tables.tsx'
import '../styles/tail.css'

/** How much of what is heard an archive keeps; the server says it in the reader's language. */
export function TailView({ archive }: { readonly archive: string }) {
  const { library, shell } = useText()
  const [language] = useLanguage()
  const isGuest = useIsGuest()
  const path = `archives/${encodeURIComponent(archive)}/tail?lang=${language}`
  const { data, error, reload, put } = useGet<Tail>(path)
  return (
    <>
      <PageTitle eyebrow={<a href={linkTo({ kind: 'library', archive })}>{library.archive}</a>}>
        {data?.headline ?? library.tail}
      </PageTitle>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {!data && error === undefined && <p role="status">{shell.loading}</p>}
      {data && !isGuest && (
        <ListeningHistory archive={archive} language={language} measured={put} />
      )}
      {data && <TailContent tail={data} />}
    </>
  )
}

function TailContent({ tail }: { readonly tail: Tail }) {
  const { facts, pictures, risk, next, notes } = tail
  return (
    <div className="long-tail">
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      <div className="pictures">
        {pictures.map(({ name, title, description, svg }) => (
          <figure key={name}>
            <figcaption>{title}</figcaption>
            <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={description} />
          </figure>
        ))}
      </div>
      <h2>{risk.heading}</h2>
      <p>{risk.lead}</p>
      {risk.rows.length > 0 && <RiskTable risk={risk} />}
      {risk.more && <p>{risk.more}</p>}
      <h2>{next.heading}</h2>
      <p>{next.lead}</p>
      {next.rows.length > 0 && <NextTable next={next} />}
      {notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
    </div>
  )
}
