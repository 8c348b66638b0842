import { useMemo } from 'react'
import { viewOfJob } from '../address.ts'
import { useEntries, useJobs } from '../api/live.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { rowsAtRest } from '../parts/rows/at-rest.ts'
import { countGroups } from '../parts/rows/groups.ts'
import { useText } from '../text/text.ts'
import { ListChoice } from './result/list-choice.tsx'
import { locatePlaylist } from './result/playlist-location.ts'
import { PlaylistResult } from './result/playlist-result.tsx'
import { ResultSummary } from './result/result-summary.tsx'
import { useShown } from './result/use-shown.ts'
import '../styles/evidence.css'
import '../styles/result.css'

/** What became of a playlist: of a run's, or of one that an archive has. */
export function ResultView({ view }: { readonly view: string }) {
  const { lists, rows, loading, error } = useEntries(view)
  const { jobs } = useJobs()
  const shown = useShown()
  const text = useText()
  const list = lists.find((one) => one.list === shown.list) ?? lists[0]
  const job = jobs.find(({ id }) => viewOfJob(id) === view)
  const all = rows(list?.list ?? 0)
  const isRunning = job?.state === 'running'
  const entries = useMemo(() => (isRunning ? all : rowsAtRest(all)), [all, isRunning])
  const counts = useMemo(() => countGroups(entries.map(({ state }) => state)), [entries])
  const location = useMemo(
    () => locatePlaylist(view, list?.report, job?.archive),
    [view, list?.report, job?.archive],
  )
  const { title, finished } = text.result
  return (
    <>
      <header className="result-head">
        <PageTitle eyebrow={job?.endedAt === undefined ? title : finished(job.endedAt)}>
          {list?.name || title}
        </PageTitle>
        {list && <ResultSummary list={list} rows={entries} counts={counts} job={job} />}
        {lists.length > 1 && (
          <ListChoice lists={lists} chosen={list?.list ?? 0} onChoose={shown.chooseList} />
        )}
      </header>
      {error && <Problem error={error} />}
      {!error && !list && <p role="status">{loading ? text.shell.loading : text.result.noList}</p>}
      {list && (
        <PlaylistResult
          key={list.list}
          view={view}
          list={list}
          rows={entries}
          counts={counts}
          location={location}
          shown={shown}
          job={job}
        />
      )}
    </>
  )
}
