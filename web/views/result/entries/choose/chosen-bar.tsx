import type { Row } from '../../../../../src/api/contract.ts'
import { useAction } from '../../../../api/use-action.ts'
import { showUndo } from '../../../../parts/decisions/decide.ts'
import { Problem } from '../../../../parts/page/problem.tsx'
import { useCorrectText } from '../../details/correct/use-correct-text.ts'
import { type Answer, fitting } from './chosen.ts'
import { decideAll } from './decide-all.ts'
import type { ChosenRows } from './use-chosen-rows.ts'

interface Props {
  readonly view: string
  /** Those that are shown. */
  readonly rows: readonly Row[]
  readonly chosen: ChosenRows
}

/** Begins to choose rows, and answers for all that are chosen. */
export function ChosenBar({ view, rows, chosen }: Props) {
  const text = useCorrectText()
  const { isRunning, error, run } = useAction()
  const { keys } = chosen
  if (!keys)
    return (
      <p className="chosen-bar">
        <button type="button" className="quiet" onClick={chosen.begin}>
          {text.choose}
        </button>
      </p>
    )

  const some = rows.filter((row) => keys.has(row.key))
  const answer = (given: Answer) =>
    void run(async () => {
      const { count, undo } = await decideAll(view, fitting(some, given), given)
      showUndo(() => text.decidedAll(count), undo)
      chosen.end()
    })
  const right = fitting(some, 'right').length
  return (
    <section className="chosen-bar" aria-label={text.chosenRows}>
      <span role="status">{text.chosen(some.length)}</span>
      <button
        type="button"
        disabled={isRunning || some.length === 0}
        onClick={() => answer('none')}
      >
        {text.allNone}
      </button>
      <button type="button" disabled={isRunning || right === 0} onClick={() => answer('right')}>
        {text.allRight(right)}
      </button>
      <button type="button" className="quiet" disabled={isRunning} onClick={chosen.chooseAll}>
        {text.chooseAll}
      </button>
      <button type="button" className="quiet" disabled={isRunning} onClick={chosen.end}>
        {text.endChoosing}
      </button>
      {error !== undefined && <Problem error={error} />}
    </section>
  )
}
