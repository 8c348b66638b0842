import { usePlayerText } from '../../parts/players/use-player-text.ts'
import type { PlaybackState } from './playback.ts'

interface Props {
  readonly state: PlaybackState
  readonly missing: number
}

/** What is not heard, and why: the list's own gaps, what was passed over, and what stops it. */
export function PlayerNotes({ state: { fault, passedOver, isUnheard }, missing }: Props) {
  const text = usePlayerText()
  const last = passedOver.at(-1)
  return (
    <div className="player-notes" role="status">
      {fault && <p className="fault">{text.faults[fault]}</p>}
      {isUnheard && fault === undefined && <p>{text.unheard}</p>}
      {last && <p>{text.passedOver(last.title, last.fault)}</p>}
      {missing > 0 && <p>{text.missing(missing)}</p>}
    </div>
  )
}
