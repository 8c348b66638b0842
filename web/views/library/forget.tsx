import { useState } from 'react'
import type { ArchiveInfo } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { useListText } from './lists/use-list-text.ts'

interface Props {
  readonly archive: ArchiveInfo
}

/** Leaves an archive out of the library, and shows it again for who has thought better of it. */
export function Forget({ archive }: Props) {
  const text = useListText()
  const [isForgotten, setForgotten] = useState(false)
  const { isRunning, error, run } = useAction()
  const base = `archives/${encodeURIComponent(archive.id)}`
  const change = () =>
    run(async () => {
      await (isForgotten ? send('POST', `${base}/show`) : send('DELETE', base))
      setForgotten(!isForgotten)
    })
  return (
    <div className="forget">
      <p role="status" className="soft">
        {isForgotten ? text.forgotten(archive.name) : text.forgetHint}
      </p>
      <button type="button" disabled={isRunning} onClick={() => void change()}>
        {isForgotten ? text.show : text.forget}
      </button>
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}
