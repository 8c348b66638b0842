import { type ChangeEvent, useRef } from 'react'
import type { TailView } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { upload } from '../../api/upload.ts'
import { useAction } from '../../api/use-action.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { type Language, useText } from '../../text/text.ts'

interface Props {
  readonly archive: string
  readonly language: Language
  readonly measured: (tail: TailView) => void
}

/** Takes a listening history, by which the tail is weighed anew. */
export function ListeningHistory({ archive, language, measured }: Props) {
  const text = useText().library
  const input = useRef<HTMLInputElement>(null)
  const { isRunning, error, run } = useAction()
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    target.value = ''
    if (files.length > 0)
      void run(async () => {
        const { signal } = new AbortController()
        const uploads: string[] = []
        for (const file of files) uploads.push((await upload(file, file.name, () => {}, signal)).id)
        const path = `archives/${encodeURIComponent(archive)}/tail?lang=${language}`
        measured(await send<TailView>('POST', path, { uploads }))
      })
  }
  return (
    <div className="history-input">
      <button
        type="button"
        disabled={isRunning}
        aria-describedby="history-hint"
        onClick={() => input.current?.click()}
      >
        {text.history}
      </button>
      <input ref={input} type="file" multiple hidden tabIndex={-1} onChange={choose} />
      <small id="history-hint">{text.historyHint}</small>
      {isRunning && <p role="status">{text.readingHistory}</p>}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}
