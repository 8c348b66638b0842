import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { FolderChooser } from './folder-chooser.tsx'

interface Props {
  /** Gives the button the focus. */
  readonly ref?: Ref<{ focus(): void }>
  readonly words: string
  /** What the folder is for: the button's full name, and the window's title. */
  readonly label: string
  readonly from: string | undefined
  readonly mayBeNew?: boolean
  readonly chosen: (path: string) => void
}

/** A button that opens the folder chooser, and has the focus again when that is closed. */
export function ChooseFolderButton({ ref, words, label, from, mayBeNew, chosen }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => button.current?.focus() }))
  return (
    <>
      <button ref={button} type="button" onClick={() => setOpen(true)}>
        {words}
        <span className="sr"> ({label})</span>
      </button>
      {isOpen && (
        <FolderChooser
          title={label}
          from={from}
          mayBeNew={mayBeNew}
          chosen={chosen}
          closed={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}
