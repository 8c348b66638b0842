import type { ArchivedPlaylist } from '../../../src/api/contract.ts'
import { useAction } from '../../api/use-action.ts'
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

/** Reads the playlist anew where it came from, and backs up what has changed; nothing for one that came from a file. */
export function Sync({ dir, playlist }: Props) {
  const text = useText().library
  const { isRunning, error, run } = useAction()
  const rerun = findLinkRerun(playlist)
  if (!rerun) return null
  const sync = () =>
    run(async () => goTo(linkTo({ kind: 'job', job: (await runAgain(rerun, dir)).id })))
  return (
    <>
      <button
        type="button"
        disabled={isRunning}
        aria-label={text.syncWhat(playlist.name)}
        onClick={() => void sync()}
      >
        {text.sync}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
