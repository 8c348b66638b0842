import { useState } from 'react'
import type { PlaylistChange } from '../../../../src/api/contract.ts'
import type { StoryCounts } from '../../../../src/words/story-counts.ts'
import { tellStory } from '../../../../src/words/tell-story.ts'
import { useGet } from '../../../api/use-get.ts'
import { historyAddress } from '../../../parts/archives/archive-addresses.ts'
import { changeKinds } from '../../../parts/archives/change-kinds.ts'
import { ChangeLines } from '../../../parts/archives/change-lines.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { useText } from '../../../text/text.ts'
import { serviceOf } from './service-name.ts'
import { useListText } from './use-list-text.ts'

interface Props {
  readonly archive: string
  readonly folder: string
  readonly uri: string | undefined
}

/** What became of a playlist, month by month, and every change for who asks. */
export function Story({ archive, folder, uri }: Props) {
  const { library, shell, words } = useText()
  const text = useListText()
  const address = historyAddress(archive, folder, words.language)
  const { data, error, reload } = useGet<{ changes: readonly PlaylistChange[] }>(address)
  if (error !== undefined) return <Problem error={error} retry={reload} />
  if (!data) return <p role="status">{shell.loading}</p>
  const { changes } = data
  if (changes.length === 0) return <p className="soft">{library.noHistory}</p>
  const counted = changes.map(({ at, lines }) => ({ at, counts: countLines(lines) }))
  return (
    <div className="story">
      <ul className="plain-list">
        {tellStory(counted, serviceOf(uri), text.story).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <EveryChange changes={changes} />
    </div>
  )
}

function countLines(lines: PlaylistChange['lines']): StoryCounts {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<
    keyof StoryCounts,
    number
  >
  for (const { kind } of lines) counts[kind]++
  return counts
}

function EveryChange({ changes }: { readonly changes: readonly PlaylistChange[] }) {
  const { library, format } = useText()
  const text = useListText()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.everyChange}</summary>
      {isOpen &&
        changes.map(({ at, lines }) => (
          <section key={at}>
            <h4>{format.time(at)}</h4>
            {lines.length === 0 ? (
              <p className="soft">{library.unchanged}</p>
            ) : (
              <ChangeLines lines={lines} />
            )}
          </section>
        ))}
    </details>
  )
}
