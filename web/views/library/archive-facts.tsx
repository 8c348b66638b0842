import type { ArchiveInfo } from '../../../src/api/contract.ts'
import { useIsGuest } from '../../api/session.ts'
import { OpenFolder } from '../../parts/archives/open-folder.tsx'
import { Sentence } from '../../parts/page/sentence.tsx'
import { useText } from '../../text/text.ts'

/** Where an archive is, and how much is in it. */
export function ArchiveFacts({ archive }: { readonly archive: ArchiveInfo }) {
  const text = useText().library
  const isGuest = useIsGuest()
  const { dir, present, files, durationMs, bytes } = archive
  return (
    <>
      <p className="soft">
        <bdi>{dir}</bdi>
      </p>
      {present ? (
        <>
          <p>{text.amounts(files, durationMs, bytes)}</p>
          {!isGuest && (
            <div className="actions">
              <OpenFolder archive={archive.id} dir={dir} />
            </div>
          )}
        </>
      ) : (
        archive.troubles.length === 0 && <p className="remark">{text.absent}</p>
      )}
      {archive.troubles.length > 0 && <Troubles archive={archive} />}
    </>
  )
}

/** What is wrong with an archive's own records, and what to do about it. */
function Troubles({ archive: { present, troubles } }: { readonly archive: ArchiveInfo }) {
  const text = useText().library
  const isGuest = useIsGuest()
  return (
    <div className="problem">
      <p>
        <b>{text.troubled}</b>
      </p>
      <ul>
        {troubles.map((trouble) => (
          <li key={JSON.stringify(trouble)}>
            <Sentence reason={trouble} />
          </li>
        ))}
      </ul>
      {present && !isGuest && <p>{text.troubledHint}</p>}
    </div>
  )
}
