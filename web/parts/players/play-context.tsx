import { createContext, type ReactNode, Suspense, use, useCallback, useEffect, useRef } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { playList } from './ordered.ts'
import { isPlayable, listPlayable } from './playable.ts'
import { usePlayerText } from './use-player-text.ts'

interface Props {
  readonly view: string
  readonly name: string
  readonly rows: readonly Row[]
  /** Undefined where nothing of the list is kept yet. */
  readonly archive: string | undefined
  readonly children: ReactNode
}

/** Plays the list from the row of this key on. The same function for as long as the view is open: rows are many. */
const PlayFrom = createContext<(key: string) => void>(() => {})

/** Lets what is inside it play the list of these rows. */
export function PlayableList({ view, name, rows, archive, children }: Props) {
  const latest = useRef({ view, name, rows, archive })
  useEffect(() => {
    latest.current = { view, name, rows, archive }
  })
  const playFrom = useCallback((key: string) => {
    const { rows, archive = '', ...list } = latest.current
    const playable = listPlayable(rows, { ...list, archive })
    playList(
      playable,
      Math.max(
        0,
        playable.items.findIndex((item) => item.key === key),
      ),
    )
  }, [])
  return <PlayFrom value={playFrom}>{children}</PlayFrom>
}

/** Nothing where nothing of it is kept. */
export function PlayAllButton({ rows, archive }: Pick<Props, 'rows' | 'archive'>) {
  if (archive === undefined || !rows.some(isPlayable)) return null
  return (
    <Suspense fallback={null}>
      <PlayAll />
    </Suspense>
  )
}

function PlayAll() {
  const playFrom = use(PlayFrom)
  const text = usePlayerText()
  return (
    <button type="button" onClick={() => playFrom('')}>
      <span aria-hidden="true">▸</span> {text.playAll}
    </button>
  )
}

/** Plays from a row on, with the rest of its list. `bare` is for where the row itself says what it is. */
export function PlayFromButton({ row, bare }: { readonly row: Row; readonly bare?: boolean }) {
  const playFrom = use(PlayFrom)
  const text = usePlayerText()
  const play = () => playFrom(row.key)
  if (!bare)
    return (
      <button type="button" onClick={play}>
        <span aria-hidden="true">▸</span> {text.playFromHere}
      </button>
    )
  return (
    // For who points at it. By keys and by ear, the same button in the open row is reached: no list of thousands needs
    // two stops a row.
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title={text.playFrom(row.title)}
      onClick={play}
    >
      ▸
    </button>
  )
}
