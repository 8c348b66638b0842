import { useState } from 'react'
import type { PlaylistChange } from '../../../src/api/contract.ts'
import { useGet } from '../../api/use-get.ts'
import { historyAddress } from '../../parts/archives/archive-addresses.ts'
import { ChangeLines } from '../../parts/archives/change-lines.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'

interface Props {
  readonly archive: string
  readonly folder: string
}

/** What has changed in the playlist, and when: asked for when it is opened. */
export function History({ archive, folder }: Props) {
  const { library: text, words } = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className="history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.history}</summary>
      {open && <HistoryChanges address={historyAddress(archive, folder, words.language)} />}
    </details>
  )
}

function HistoryChanges({ address }: { readonly address: string }) {
  const { library: text, shell, format } = useText()
  const { data, error, reload } = useGet<{ changes: readonly PlaylistChange[] }>(address)
  if (error !== undefined) return <Problem error={error} retry={reload} />
  if (!data) return <p role="status">{shell.loading}</p>
  if (data.changes.length === 0) return <p className="soft">{text.noHistory}</p>
  return data.changes.map(({ at, lines }) => (
    <section key={at}>
      <h4>{format.time(at)}</h4>
      {lines.length === 0 ? (
        <p className="soft">{text.unchanged}</p>
      ) : (
        <ChangeLines lines={lines} />
      )}
    </section>
  ))
}
