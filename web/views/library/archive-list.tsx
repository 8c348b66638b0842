import { Suspense } from 'react'
import type { ArchiveInfo } from '../../../src/api/contract.ts'
import { useIsGuest } from '../../api/session.ts'
import { useGet } from '../../api/use-get.ts'
import { PageTitle } from '../../parts/page/page-title.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { ArchiveFacts } from './archive-facts.tsx'
import { Forget } from './forget.tsx'
import { Health } from './health.tsx'
import { useReloadAfterJobs } from './use-reload-after-jobs.ts'

/** Every archive, how much is in it and how it is. */
export function ArchiveList() {
  const isGuest = useIsGuest()
  const { library: text, shell } = useText()
  const { data, error, reload } = useGet<{ archives: readonly ArchiveInfo[] }>('archives')
  useReloadAfterJobs(undefined, reload)
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {!data && error === undefined && <p role="status">{shell.loading}</p>}
      {data?.archives.length === 0 &&
        (isGuest ? (
          <p className="lead">{text.noneShared}</p>
        ) : (
          <p className="lead">
            {text.empty} <a href={linkTo({ kind: 'start' })}>{text.toStart}</a>
          </p>
        ))}
      <ul className="archives plain-list">
        {data?.archives.map((archive) => (
          <li key={archive.id}>
            <h2>
              {archive.present ? (
                <a href={linkTo({ kind: 'library', archive: archive.id })}>
                  <bdi>{archive.name}</bdi>
                </a>
              ) : (
                <bdi>{archive.name}</bdi>
              )}
            </h2>
            <ArchiveFacts archive={archive} />
            {archive.present ? (
              <Health archive={archive} />
            ) : (
              !isGuest && (
                <Suspense>
                  <Forget archive={archive} />
                </Suspense>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
