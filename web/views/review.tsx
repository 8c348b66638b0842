import { useMemo } from 'react'
import { useEntries } from '../api/live.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { linkTo } from '../route.ts'
import { useText } from '../text/text.ts'
import { isDoubtful } from './review/decisions/choices.ts'
import { KeepNow } from './review/keep-now.tsx'
import { TrackReview } from './review/track-review.tsx'
import '../styles/evidence.css'
import '../styles/review.css'

/** Tracks that nobody but the listener can decide, one after another. */
export function ReviewView({ view }: { readonly view: string }) {
  const entries = useEntries(view)
  const { review: text, shell } = useText()
  const rows = useMemo(
    () => entries.lists.flatMap(({ list }) => entries.rows(list)).filter(isDoubtful),
    [entries],
  )
  const names = entries.lists.map(({ name }) => name)
  const { error, loading } = entries
  return (
    <>
      <PageTitle
        eyebrow={
          <a href={linkTo({ kind: 'result', view })}>
            {names.length === 0 ? text.toResult : <bdi>{names.join(', ')}</bdi>}
          </a>
        }
      >
        {text.title}
      </PageTitle>
      {error && <Problem error={error} />}
      {loading && <p role="status">{shell.loading}</p>}
      {!error && !loading && rows.length === 0 && <p className="lead">{text.nothing}</p>}
      {rows.length > 0 && (
        <>
          <TrackReview view={view} rows={rows} />
          <KeepNow view={view} rows={rows} />
        </>
      )}
    </>
  )
}
