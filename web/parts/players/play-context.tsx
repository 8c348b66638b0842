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

/** Plays the list from the first row on that is meant; from its beginning where none is. */
type PlayFromRow = (isMeant: (row: Row) => boolean) => void

/** The same function for as long as the view is open: rows are many. */
const PlayFrom = createContext<PlayFromRow>(() => {})

/** Lets what is inside it play the list of these rows. */
export function PlayableList({ view, name, rows, archive, children }: Props) {
  const latest = useRef({ view, name, rows, archive })
  useEffect(() => {
    latest.current = { view, name, rows, archive }
  })
  const playFrom = useCallback((isMeant: (row: Row) => boolean) => {
    const { rows, archive = '', ...list } = latest.current
    const playable = listPlayable(rows, { ...list, archive })
    const key = rows.find(isMeant)?.key
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
    <button type="button" onClick={() => playFrom(() => false)}>
      <span aria-hidden="true">▸</span> {text.playAll}
    </button>
  )
}

/** Plays the rest of the list from the row of this kept file on. */
export function PlayFromButton({ file }: { readonly file: string }) {
  const playFrom = use(PlayFrom)
  const text = usePlayerText()
  return (
    <button type="button" onClick={() => playFrom((row) => row.file === file)}>
      <span aria-hidden="true">▸</span> {text.playFromHere}
    </button>
  )
}

/**
 * The same over a row's cover, for who points at it. By keys and by ear, the button in the open row is reached: no list
 * of thousands needs two stops a row.
 */
export function PlayRowButton({ row }: { readonly row: Row }) {
  const playFrom = use(PlayFrom)
  const text = usePlayerText()
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title={text.playFrom(row.title)}
      onClick={() => playFrom(({ key }) => key === row.key)}
    >
      ▸
    </button>
  )
}
