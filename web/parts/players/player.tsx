import { useState } from 'react'
import { useText } from '../../text/text.ts'

interface Props {
  readonly src: string
  /** What is to be heard, for who cannot see where the player stands. */
  readonly title: string
}

/** Sound that is fetched when it is asked for, not before; one player is heard at a time. */
export function Player({ src, title }: Props) {
  const [broken, setBroken] = useState(false)
  const text = useText().evidence
  return (
    <div className="player">
      {/* biome-ignore lint/a11y/useMediaCaption: music comes without captions. */}
      <audio
        controls
        preload="none"
        src={src}
        aria-label={text.listen(title)}
        onPlay={({ currentTarget }) => silenceOthers(currentTarget)}
        onError={() => setBroken(true)}
        onPlaying={() => setBroken(false)}
      />
      {broken && <p role="alert">{text.cannotPlay}</p>}
    </div>
  )
}

function silenceOthers(playing: HTMLAudioElement): void {
  for (const other of document.querySelectorAll('audio')) if (other !== playing) other.pause()
}
