import {
  type ChangeEvent,
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { useText } from '../../../text/text.ts'
import { addFiles, addLinks, inputs, MAX_ITEMS } from './inputs.ts'
import { type DroppedFiles, readChosen } from './read-dropped.ts'
import { readPasted } from './read-pasted.ts'
import { useDrop } from './use-drop.ts'

/** One generous place for links, words, files and folders; what is dropped anywhere on the page lands in it. */
export function DropZone({ isFirst }: { readonly isFirst: boolean }) {
  const text = useText().start
  const [written, setWritten] = useState('')
  const [note, setNote] = useState('')
  const isOver = useDrop((found) => takeFound(found))
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const id = useId()

  function takeFound({ files: found, nothingIn }: DroppedFiles): void {
    const room = MAX_ITEMS - inputs.read().items.length
    addFiles(found.slice(0, room).map((file) => ({ name: file.name, file })))
    setNote(
      nothingIn !== undefined
        ? text.nothingIn(nothingIn)
        : found.length > room
          ? text.tooMany(found.length, MAX_ITEMS)
          : '',
    )
  }

  function takeWritten(pasted: string): void {
    const read = readPasted(pasted)
    if (read.kind === 'links') addLinks(read.links)
    if (read.kind === 'text')
      addFiles([{ name: 'pasted.txt', file: new Blob([read.text], { type: 'text/plain' }) }])
    setNote(read.kind === 'nothing' ? text.nothingWritten : '')
    setWritten('')
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const { clipboardData } = event
    if (clipboardData.files.length > 0) {
      event.preventDefault()
      takeFound({ files: [...clipboardData.files] })
      return
    }
    const pasted = clipboardData.getData('text/plain')
    // Words may want a second look before they are read; a link says it all.
    if (written.trim() !== '' || readPasted(pasted).kind !== 'links') return
    event.preventDefault()
    takeWritten(pasted)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    takeWritten(written)
  }

  function submitByKey(event: KeyboardEvent): void {
    const isWhole = event.ctrlKey || event.metaKey || readPasted(written).kind === 'links'
    if (event.key !== 'Enter' || event.shiftKey || !isWhole) return
    event.preventDefault()
    takeWritten(written)
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    if (target.files) takeFound(readChosen(target.files))
    // The same file may be chosen again.
    target.value = ''
  }

  return (
    <form className={isOver ? 'drop-place over' : 'drop-place'} onSubmit={submit}>
      <label htmlFor={id}>{isFirst ? text.place : text.placeMore}</label>
      <textarea
        id={id}
        rows={isFirst ? 3 : 1}
        value={written}
        placeholder={text.placeholder}
        aria-describedby={`${id}hint`}
        spellCheck={false}
        onChange={({ target }) => setWritten(target.value)}
        onPaste={paste}
        onKeyDown={submitByKey}
      />
      <p id={`${id}hint`} className={isFirst ? 'hint' : 'sr'}>
        {text.placeHint}
      </p>
      <div className="actions">
        {written.trim() !== '' && (
          <button type="submit" className="primary">
            {text.read}
          </button>
        )}
        <button type="button" onClick={() => files.current?.click()}>
          {text.chooseFiles}
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          {text.chooseFolder}
        </button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={text.chooseFiles}
          onChange={choose}
        />
        <input
          ref={folder}
          type="file"
          hidden
          aria-label={text.chooseFolder}
          onChange={choose}
          {...{ webkitdirectory: '' }}
        />
      </div>
      <p role="status" className="fault">
        {note}
      </p>
    </form>
  )
}
