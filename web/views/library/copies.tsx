import { Suspense, use } from 'react'
import type { ArchiveCopies, ArchiveInfo } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { Problem } from '../../parts/page/problem.tsx'
import type { copies } from '../../text/en/copies.ts'
import { type Language, useText } from '../../text/text.ts'
import { useReloadAfterJobs } from './use-reload-after-jobs.ts'

type CopiesText = typeof copies

const loaders: Readonly<Record<Language, () => Promise<CopiesText>>> = {
  en: async () => (await import('../../text/en/copies.ts')).copies,
  de: async () => (await import('../../text/de/copies.ts')).copies,
}
const loaded = new Map<Language, Promise<CopiesText>>()

/** The same promise each time: what is drawn waits for it once. */
function loadText(language: Language): Promise<CopiesText> {
  const text = loaded.get(language) ?? loaders[language]()
  loaded.set(language, text)
  return text
}

/** How many copies of an archive there are elsewhere, and which files have the fewest. */
export function Copies({ archive }: { readonly archive: ArchiveInfo }) {
  const path = `archives/${encodeURIComponent(archive.id)}/copies`
  const { language } = useText().words
  const { data, error, reload } = useGet<ArchiveCopies>(path)
  useReloadAfterJobs(archive.id, reload)
  return (
    <>
      {error !== undefined && <Problem error={error} retry={reload} />}
      <Suspense key={language}>{data && <Told data={data} dir={archive.dir} />}</Suspense>
    </>
  )
}

function Told({ data, dir }: { readonly data: ArchiveCopies; readonly dir: string }) {
  const text = use(loadText(useText().words.language))
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
