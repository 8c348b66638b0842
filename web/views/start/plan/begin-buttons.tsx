import { useText } from '../../../text/text.ts'
import type { ListSelection } from '../preview/list-selection.ts'

interface Props {
  readonly chosen: ListSelection
  readonly isAsking: boolean
  readonly tryFirst: () => void
}

/** Backs up, or tries first what a backup would keep. */
export function BeginButtons({ chosen, isAsking, tryFirst }: Props) {
  const text = useText().start
  const isDisabled = isAsking || chosen.lists.length === 0
  return (
    <div className="actions begin">
      <button type="submit" className="primary" disabled={isDisabled}>
        {text.backUp(chosen.tracks)}
      </button>
      <button type="button" disabled={isDisabled} aria-describedby="try-hint" onClick={tryFirst}>
        {text.tryFirst}
      </button>
      <p id="try-hint" className="hint">
        {text.tryFirstHint}
      </p>
    </div>
  )
}
