import type { BroughtBack } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { useAction } from '../../../api/use-action.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import type { Done } from './changes.ts'
import { type ListText, useListText } from './use-list-text.ts'

interface Props {
  readonly archive: string
  readonly done: Done
  readonly undone: (done: Done) => void
  readonly reload: () => void
}

export function ChangeDone({ archive, done, undone, reload }: Props) {
  const text = useListText()
  const { isRunning, error, run } = useAction()
  const undo = (id: string) =>
    run(async () => {
      undone({ kind: 'back', back: await haveBack(archive, id) })
      reload()
    })
  return (
    <div className="done" role="status">
      <p>{tell(done, text)}</p>
      {done.kind === 'changed' && (
        <button type="button" disabled={isRunning} onClick={() => void undo(done.trashed.id)}>
          {text.undo}
        </button>
      )}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

function tell(done: Done, text: ListText): string {
  if (done.kind === 'back') return text.back(done.back.names, done.back.left.length)
  const { names, into, files, bytes } = done.trashed
  return into === undefined
    ? text.removed(names, files, bytes)
    : text.joined(names[0] ?? '', into, done.added ?? 0)
}

export const haveBack = (archive: string, id: string) =>
  send<BroughtBack>(
    'POST',
    `archives/${encodeURIComponent(archive)}/trash/${encodeURIComponent(id)}/restore`,
  )
