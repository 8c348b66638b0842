import { useState } from 'react'
import type { ArchivedPlaylist } from '../../../src/api/contract.ts'
import { findLinkRerun } from '../../parts/jobs/find-rerun.ts'
import { runAgain } from '../../parts/jobs/run-again.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { goTo, linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'

interface Props {
  /** The archive's. */
  readonly dir: string
  readonly playlist: ArchivedPlaylist
}

/** Reads the playlist anew where it came from, and backs up what has changed. */
export function Sync({ dir, playlist }: Props) {
  const text = useText().library
  const [error, setError] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const way = findLinkRerun(playlist)
  if (!way)
    return (
      <p className="no-sync soft">
        {text.noSync} <a href={linkTo({ kind: 'start' })}>{text.toStart}</a>
      </p>
    )

  async function sync(found: NonNullable<typeof way>): Promise<void> {
    setAsking(true)
    setError(undefined)
    try {
      const { id } = await runAgain(found, dir)
      goTo(linkTo({ kind: 'job', job: id }))
    } catch (caught) {
      setError(caught)
      setAsking(false)
    }
  }

  return (
    <>
      <button
        type="button"
        disabled={isAsking}
        aria-label={text.syncWhat(playlist.name)}
        onClick={() => void sync(way)}
      >
        {text.sync}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
