import { useState } from 'react'
import type { ListEntry, PlaylistChange } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { historyAddress } from '../../parts/archives/archive-addresses.ts'
import { changeKinds } from '../../parts/archives/change-kinds.ts'
import { ChangeLines } from '../../parts/archives/change-lines.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'
import type { PlaylistLocation } from './playlist-location.ts'

interface Props {
  readonly counts: NonNullable<ListEntry['changes']>
  readonly location: PlaylistLocation
}

/** What became of the playlist since it was last recorded: a sentence, and behind it every change. */
export function ChangesSince({ counts, location: { archive, folder } }: Props) {
  const { result, words } = useText()
  const text = result.changes
  const [open, setOpen] = useState(false)
  const some = changeKinds.filter((kind) => counts[kind] > 0)
  if (some.length === 0) return <p className="since">{text.none(counts.since)}</p>
  const told = text.since(
    counts.since,
    some.map((kind) => text.counted(counts[kind], kind)).join(', '),
  )
  if (archive === undefined || folder === undefined) return <p className="since">{told}</p>
  return (
    <details className="since" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{told}</summary>
      {open && <LatestChange address={historyAddress(archive, folder, words.language)} />}
    </details>
  )
}

function LatestChange({ address }: { readonly address: string }) {
  const { data, error, reload } = useGet<{ changes: readonly PlaylistChange[] }>(address)
  const text = useText().shell
  if (error !== undefined) return <Problem error={error} retry={reload} />
  if (!data) return <p role="status">{text.loading}</p>
  return <ChangeLines lines={data.changes[0]?.lines ?? []} />
}
