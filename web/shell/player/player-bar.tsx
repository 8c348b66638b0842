import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { linkTo } from '../../address.ts'
import { Cover } from '../../parts/covers/cover.tsx'
import { ordered, type PlayOrder } from '../../parts/players/ordered.ts'
import { usePlayerText } from '../../parts/players/use-player-text.ts'
import { showInMediaSession } from './media-session.ts'
import { Playback } from './playback.ts'
import { PlayerControls } from './player-controls.tsx'
import { PlayerNotes } from './player-notes.tsx'
import '../../styles/player.css'

/** The player at the foot of every view: it goes on while the reader looks at other things. */
export function PlayerBar({ order }: { readonly order: PlayOrder }) {
  const [playback, setPlayback] = useState<Playback>()
  useEffect(() => {
    const opened = new Playback()
    setPlayback(opened)
    return () => opened.close()
  }, [])
  useEffect(() => playback?.start(order), [playback, order])
  return playback ? <OpenPlayer playback={playback} order={order} /> : null
}

interface Props {
  readonly playback: Playback
  readonly order: PlayOrder
}

function OpenPlayer({ playback, order: { list } }: Props) {
  const text = usePlayerText()
  const state = useSyncExternalStore(playback.state.subscribe, playback.state.read)
  const { item, at } = state
  useEffect(() => showInMediaSession(playback), [playback])
  const credit = item?.artists.join(', ') ?? ''
  return (
    <section ref={tellHeight} className="foot-player" aria-label={text.region}>
      <Sounds playback={playback} />
      <p className="sr" role="status">
        {item && text.now(item.title, credit)}
      </p>
      {item && (
        <div className="now">
          <Cover path={item.cover} title={item.title} />
          <p className="now-what">
            <bdi className="title">{item.title}</bdi> <bdi>{credit}</bdi>
            <small>
              <a href={linkTo({ kind: 'result', view: list.view })}>
                <bdi>{list.name}</bdi>
              </a>{' '}
              {text.place(at + 1, list.items.length)}
            </small>
          </p>
        </div>
      )}
      <PlayerControls
        playback={playback}
        state={state}
        isLast={at + 1 >= list.items.length}
        onClose={() => ordered.set(undefined)}
      />
      <PlayerNotes state={state} missing={list.missing} />
    </section>
  )
}

/** Tells the styles how much of the window's foot it covers: what else stands there stands above it. */
function tellHeight(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--foot', `${bar.offsetHeight}px`))
  observer.observe(bar)
  return () => {
    observer.disconnect()
    style.removeProperty('--foot')
  }
}

/** The elements themselves, where other players of the page find them. */
function Sounds({ playback }: Pick<Props, 'playback'>) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.replaceChildren(...playback.elements), [playback])
  return <div ref={place} hidden />
}
