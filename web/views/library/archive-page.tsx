import { Suspense, useState } from 'react'
import { useIsGuest } from '../../api/session.ts'
import { useGet } from '../../api/use-get.ts'
import type { ArchiveAnswer } from '../../parts/archives/archive-answer.ts'
import { PageTitle } from '../../parts/page/page-title.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { Pictures } from '../../parts/pictures/pictures.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { ArchiveFacts } from './archive-facts.tsx'
import { Copies } from './copies.tsx'
import { Coverage } from './coverage.tsx'
import { Forget } from './forget.tsx'
import { Health } from './health.tsx'
import { InStep } from './in-step.tsx'
import { ListSection } from './lists/list-section.tsx'
import { Trash } from './lists/trash.tsx'
import { useReloadAfterJobs } from './use-reload-after-jobs.ts'

/** One archive: how it is, every playlist in it, and what else is known of it. */
export function ArchivePage({ id }: { readonly id: string }) {
  const { library: text, shell, words } = useText()
  const isGuest = useIsGuest()
  const { data, error, reload } = useGet<ArchiveAnswer>(`archives/${encodeURIComponent(id)}`)
  const [version, setVersion] = useState(0)
  const reloadAll = () => {
    setVersion((before) => before + 1)
    reload()
  }
  useReloadAfterJobs(id, reload)
  return (
    <>
      <PageTitle eyebrow={<a href={linkTo({ kind: 'library' })}>{text.title}</a>}>
        {data?.archive.name ?? text.archive}
      </PageTitle>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {!data && error === undefined && <p role="status">{shell.loading}</p>}
      {data && (
        <>
          <ArchiveFacts archive={data.archive} />
          {data.archive.present && <Health archive={data.archive} />}
          <Suspense fallback={<p role="status">{shell.loading}</p>}>
            {data.archive.present && (
              <ListSection archive={data.archive} playlists={data.playlists} reload={reloadAll} />
            )}
            {!isGuest && <Trash archive={id} version={version} reload={reloadAll} />}
          </Suspense>
          {data.archive.present && (
            <p>
              <a href={linkTo({ kind: 'tail', archive: id })}>{text.tail}</a>
            </p>
          )}
          {data.archive.present && !isGuest && <InStep archive={data.archive} />}
          {data.archive.present && !isGuest && <Copies archive={data.archive} />}
          <Suspense key={`pictures ${words.language}`}>
            <Coverage playlists={data.playlists} />
            {data.figures && <Pictures figures={data.figures} />}
          </Suspense>
          {!isGuest && (
            <Suspense key={`forget ${words.language}`}>
              <Forget archive={data.archive} />
            </Suspense>
          )}
        </>
      )}
    </>
  )
}
