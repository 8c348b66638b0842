import { type FormEvent, useId, useState } from 'react'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { playlistAddress } from '../../parts/archives/archive-addresses.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { useText } from '../../text/text.ts'

interface Props {
  readonly archive: string
  readonly folder: string
  readonly name: string
  readonly renamed: () => void
}

/** Gives the playlist another name; nothing of it is moved. */
export function Rename({ archive, folder, name, renamed }: Props) {
  const text = useText().library
  const [written, setWritten] = useState<string | undefined>(undefined)
  const { isRunning, error, run } = useAction()
  const id = useId()
  if (written === undefined)
    return (
      <button type="button" aria-label={text.renameWhat(name)} onClick={() => setWritten(name)}>
        {text.rename}
      </button>
    )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      const path = `${playlistAddress(archive, folder)}/name`
      const answer = await send<{ name: string }>('PUT', path, { name: written })
      setWritten(undefined)
      showToast(({ library }) => library.renamed(answer.name))
      renamed()
    })
  }
  return (
    <form className="rename" onSubmit={submit}>
      <label htmlFor={id}>{text.newName}</label>
      <input
        id={id}
        value={written}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed has become this field
        autoFocus
        onChange={({ target }) => setWritten(target.value)}
      />
      <button type="submit" className="primary" disabled={isRunning || written.trim() === ''}>
        {text.rename}
      </button>
      <button type="button" className="quiet" onClick={() => setWritten(undefined)}>
        {text.keepName}
      </button>
      {error !== undefined && <Problem error={error} />}
    </form>
  )
}
