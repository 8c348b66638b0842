import type { ArchiveInfo } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'

/** Where an archive is, and how much is in it. */
export function ArchiveFacts({ archive }: { readonly archive: ArchiveInfo }) {
  const text = useText().library
  const { dir, present, files, durationMs, bytes } = archive
  return (
    <>
      <p className="soft">
        <bdi>{dir}</bdi>
      </p>
      {present ? (
        <p>{text.amounts(files, durationMs, bytes)}</p>
      ) : (
        <p className="remark">{text.absent}</p>
      )}
    </>
  )
}
