import { useGet } from '../../api/use-get.ts'
import type { ArchiveAnswer } from '../../parts/archives/archive-answer.ts'
import { PageTitle } from '../../parts/page/page-title.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { ArchiveFacts } from './archive-facts.tsx'
import { Copies } from './copies.tsx'
import { Health } from './health.tsx'
import { InStep } from './in-step.tsx'
import { PlaylistCard } from './playlist-card.tsx'
import { useReloadAfterJobs } from './use-reload-after-jobs.ts'

/** One archive: how it is, and every playlist in it. */
export function ArchivePage({ id }: { readonly id: string }) {
  const { library: text, shell } = useText()
  const { data, error, reload } = useGet<ArchiveAnswer>(`archives/${encodeURIComponent(id)}`)
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
          {data.archive.present && (
            <p>
              <a href={linkTo({ kind: 'tail', archive: id })}>{text.tail}</a>
            </p>
          )}
          {data.archive.present && <InStep archive={data.archive} />}
          {data.archive.present && <Copies archive={data.archive} />}
          <h2>{text.playlists(data.playlists.length)}</h2>
          {data.playlists.length === 0 && <p>{text.noPlaylists}</p>}
          <ul className="playlists plain-list">
            {data.playlists.map((playlist) => (
              <li key={playlist.folder}>
                <PlaylistCard archive={data.archive} playlist={playlist} renamed={reload} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
