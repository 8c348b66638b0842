import { useState } from 'react'
import { useText } from '../../../text/text.ts'
import { addFiles, addLinks, inputs, MAX_ITEMS, PASTED } from './inputs.ts'
import type { DroppedFiles } from './read-dropped.ts'
import { readPasted } from './read-pasted.ts'

/** Takes what is typed, pasted, dropped or chosen; `note` says why something of it was not taken. */
export function useTakeInputs() {
  const text = useText().start
  const [written, setWritten] = useState('')
  const [note, setNote] = useState('')

  function takeFiles({ files, nothingIn }: DroppedFiles): void {
    const room = MAX_ITEMS - inputs.read().items.length
    addFiles(files.slice(0, room).map((file) => ({ name: file.name, file })))
    if (nothingIn !== undefined) setNote(text.nothingIn(nothingIn))
    else setNote(files.length > room ? text.tooMany(files.length, MAX_ITEMS) : '')
  }

  function takeText(pasted: string): void {
    const read = readPasted(pasted)
    if (read.kind === 'links') addLinks(read.links)
    if (read.kind === 'text')
      addFiles([{ name: PASTED, file: new Blob([read.text], { type: 'text/plain' }) }])
    setNote(read.kind === 'nothing' ? text.nothingWritten : '')
    setWritten('')
  }

  return { written, setWritten, note, takeFiles, takeText }
}
