import { Suspense } from 'react'
import type { ArchiveCopies, ArchiveInfo } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { lazyWords, useLazyWords } from '../../parts/text/lazy-words.ts'
import { useText } from '../../text/text.ts'
import { useReloadAfterJobs } from './use-reload-after-jobs.ts'

const words = lazyWords({
  en: async () => (await import('../../text/en/copies.ts')).copies,
  de: async () => (await import('../../text/de/copies.ts')).copies,
})

const useCopiesText = () => useLazyWords(words, useText().words.language)

type CopiesText = ReturnType<typeof useCopiesText>

/** How many copies of an archive there are elsewhere, and which files have the fewest. */
export function Copies({ archive }: { readonly archive: ArchiveInfo }) {
  const path = `archives/${encodeURIComponent(archive.id)}/copies`
  const { data, error, reload } = useGet<ArchiveCopies>(path)
  useReloadAfterJobs(archive.id, reload)
  return (
    <>
      {error !== undefined && <Problem error={error} retry={reload} />}
      <Suspense>{data && <Told data={data} dir={archive.dir} />}</Suspense>
    </>
  )
}

function Told({ data, dir }: { readonly data: ArchiveCopies; readonly dir: string }) {
  const text = useCopiesText()
  return (
    <section className="copies" aria-labelledby="copies-title">
      <h2 id="copies-title">{text.title}</h2>
      {data.copies.length === 0 ? (
        <p>
          {text.none} <code>songkeep mirror {dir} …</code>
        </p>
      ) : (
        <>
          <ul className="plain-list">
            {data.copies.map(({ target, endpoint, at, files, missing, damaged }) => (
              <li key={`${endpoint} ${target}`}>
                <bdi>{target}</bdi>: {text.seen(at, files)}
                {missing + damaged > 0 && (
                  <>
                    ; <strong>{text.harmed(missing, damaged)}</strong>
                  </>
                )}
              </li>
            ))}
          </ul>
          <p>{tellCounts(data, text)}</p>
          <Fewest data={data} text={text} />
        </>
      )}
    </section>
  )
}

/** `2 files with no copy, 10 files with 1 copy`. */
const tellCounts = ({ filesByCopies }: ArchiveCopies, text: CopiesText) =>
  filesByCopies.flatMap((files, at) => (files > 0 ? text.filesWith(files, at) : [])).join(', ')

function Fewest({ data, text }: { readonly data: ArchiveCopies; readonly text: CopiesText }) {
  const { worst, filesByCopies } = data
  const more = filesByCopies.reduce((sum, files) => sum + files, 0) - worst.length
  if (worst.length === 0) return null
  return (
    <details>
      <summary>{text.fewest}</summary>
      <ul className="plain-list">
        {worst.map(({ path, copies }) => (
          <li key={path}>
            <bdi>{path}</bdi>
            {copies.length === 0 && <small>{text.noCopy}</small>}
            {copies.map(({ target, seenAt }) => (
              <small key={target}>
                <bdi>{target}</bdi>: {text.seenWhole(seenAt)}
              </small>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{text.more(more)}</p>}
    </details>
  )
}
