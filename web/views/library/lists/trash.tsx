import type { TrashedLists } from '../../../../src/api/contract.ts'
import { useAction } from '../../../api/use-action.ts'
import { useGet } from '../../../api/use-get.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { haveBack } from './change-done.tsx'
import { useListText } from './use-list-text.ts'

interface Props {
  readonly archive: string
  /** Whatever changes when lists go or come: the trash is asked anew then. */
  readonly version: number
  readonly reload: () => void
}

/** Lists that were removed or joined, to have them back. */
export function Trash({ archive, version, reload }: Props) {
  const text = useListText()
  const path = `archives/${encodeURIComponent(archive)}/trash?${version}`
  const { data } = useGet<{ trashed: readonly TrashedLists[] }>(path)
  const { isRunning, error, run } = useAction()
  if (!data || data.trashed.length === 0) return null
  const back = (id: string) =>
    run(async () => {
      await haveBack(archive, id)
      reload()
    })
  return (
    <details className="trash">
      <summary>{text.trash}</summary>
      <ul className="plain-list">
        {data.trashed.map(({ id, names, into, at, files, bytes }) => (
          <li key={id}>
            <span>
              {text.trashed(names, into, at)} <small>{text.amount(files, bytes)}</small>
            </span>
            <button
              type="button"
              disabled={isRunning}
              aria-label={text.haveBackWhat(names)}
              onClick={() => void back(id)}
            >
              {text.haveBack}
            </button>
          </li>
        ))}
      </ul>
      {error !== undefined && <Problem error={error} />}
    </details>
  )
}
