import { addressOf } from '../../api/client.ts'
import type { PlayItem } from '../../parts/players/playable.ts'
import type { Playback } from './playback.ts'

type Handlers = Partial<Record<MediaSessionAction, MediaSessionActionHandler>>

/** Keys of the keyboard, headphones and the lock screen steer it, and show what is heard. Ends with the answer. */
export function showInMediaSession(playback: Playback): () => void {
  const session = navigator.mediaSession as MediaSession | undefined
  if (!session) return () => {}
  const handlers: Handlers = {
    play: playback.play,
    pause: playback.pause,
    previoustrack: playback.previous,
    nexttrack: playback.next,
    seekto: ({ seekTime }) => seekTime !== undefined && playback.seek(seekTime ?? 0),
  }
  setHandlers(session, handlers)
  let shown: PlayItem | undefined
  const show = () => {
    const { item, isPlaying, duration, position } = playback.state.read()
    if (item !== shown) session.metadata = item ? describe(item) : null
    shown = item
    session.playbackState = isPlaying ? 'playing' : 'paused'
    if (duration > 0)
      session.setPositionState?.({ duration, position: Math.min(position, duration) })
  }
  show()
  const stop = playback.state.subscribe(show)
  return () => {
    stop()
    session.metadata = null
    session.playbackState = 'none'
    setHandlers(session, Object.fromEntries(Object.keys(handlers).map((name) => [name, null])))
  }
}

const describe = ({ title, artists, album = '', cover }: PlayItem) =>
  new MediaMetadata({
    title,
    artist: artists.join(', '),
    album,
    artwork: [{ src: addressOf(cover) }],
  })

function setHandlers(session: MediaSession, handlers: Readonly<Record<string, unknown>>): void {
  for (const [name, handler] of Object.entries(handlers))
    try {
      session.setActionHandler(name as MediaSessionAction, handler as MediaSessionActionHandler)
    } catch {
      // A browser that does not know the action.
    }
}
