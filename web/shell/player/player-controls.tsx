import { usePlayerText } from '../../parts/players/use-player-text.ts'
import { useText } from '../../text/text.ts'
import type { Playback, PlaybackState } from './playback.ts'

interface Props {
  readonly playback: Playback
  readonly state: PlaybackState
  readonly isLast: boolean
  readonly onClose: () => void
}

/** What a player's buttons look like, in a square of 24. */
const shapes = {
  previous: 'M6 5h2v14H6zM20 5v14L9 12z',
  play: 'M7 4l14 8-14 8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  next: 'M4 5l11 7-11 7zM16 5h2v14h-2z',
  close:
    'M5 6.4 6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4L12 13.4 6.4 19 5 17.6 10.6 12z',
} as const

/** Back, play, on, where in the track, and away with it. */
export function PlayerControls({ playback, state, isLast, onClose }: Props) {
  const text = usePlayerText()
  const { isPlaying } = state
  return (
    <div className="player-controls">
      <IconButton shape="previous" label={text.previous} onClick={playback.previous} />
      <IconButton
        shape={isPlaying ? 'pause' : 'play'}
        label={isPlaying ? text.pause : text.play}
        onClick={playback.toggle}
      />
      <IconButton shape="next" label={text.next} disabled={isLast} onClick={playback.next} />
      <Position playback={playback} state={state} />
      <IconButton shape="close" label={text.close} onClick={onClose} />
    </div>
  )
}

interface IconProps {
  readonly shape: keyof typeof shapes
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
}

function IconButton({ shape, label, disabled, onClick }: IconProps) {
  return (
    <button
      type="button"
      className="icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[shape]} />
      </svg>
    </button>
  )
}

function Position({ playback, state: { position, duration } }: Pick<Props, 'playback' | 'state'>) {
  const text = usePlayerText()
  const { format } = useText()
  const at = Math.min(Math.floor(position), Math.floor(duration))
  return (
    <>
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.floor(duration))}
        value={at}
        disabled={duration === 0}
        aria-label={text.position}
        aria-valuetext={text.positionOf(at, duration)}
        onChange={({ target }) => playback.seek(Number(target.value))}
      />
      <span className="time" aria-hidden="true">
        {format.duration(at * 1000)} / {format.duration(duration * 1000)}
      </span>
    </>
  )
}
