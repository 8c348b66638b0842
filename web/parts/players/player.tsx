import { Suspense, useState } from 'react'
import { useText } from '../../text/text.ts'
import { findSoundFault, hasNoSoundOutput } from './find-sound-fault.ts'
import type { SoundFault } from './sound-fault.ts'
import { usePlayerText } from './use-player-text.ts'

interface Props {
  readonly src: string
  /** What is to be heard, for who cannot see where the player stands. */
  readonly title: string
}

type Trouble = SoundFault | 'unheard'

/** Sound that is fetched when it is asked for, not before; one player is heard at a time. */
export function Player({ src, title }: Props) {
  const [trouble, setTrouble] = useState<Trouble>()
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
        onError={({ currentTarget }) => void findSoundFault(currentTarget).then(setTrouble)}
        onPlaying={() =>
          void hasNoSoundOutput().then((isUnheard) => setTrouble(isUnheard ? 'unheard' : undefined))
        }
      />
      {trouble && (
        <Suspense fallback={null}>
          <TroubleText trouble={trouble} />
        </Suspense>
      )}
    </div>
  )
}

function TroubleText({ trouble }: { readonly trouble: Trouble }) {
  const text = usePlayerText()
  return <p role="alert">{trouble === 'unheard' ? text.unheard : text.faults[trouble]}</p>
}

function silenceOthers(playing: HTMLAudioElement): void {
  for (const other of document.querySelectorAll('audio')) if (other !== playing) other.pause()
}
