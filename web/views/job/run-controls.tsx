import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../src/api/contract.ts'
import { askJob, type JobAction } from '../../api/jobs.ts'
import { actionsFor } from '../../parts/jobs/job-states.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'

/** Pause, go on, cancel: the last is asked once more. */
export function RunControls({ job }: { readonly job: Job }) {
  const text = useText().job
  const [isSure, setSure] = useState(false)
  const [error, setError] = useState<unknown>()
  const goOn = useRef<HTMLButtonElement>(null)
  const may = actionsFor(job)
  useEffect(() => {
    if (isSure) goOn.current?.focus()
  }, [isSure])

  async function ask(action: JobAction): Promise<void> {
    setSure(false)
    setError(undefined)
    await askJob(job.id, action).catch(setError)
  }

  if (!may.pause && !may.resume && !may.cancel) return null
  return (
    <>
      {isSure && may.cancel ? (
        <fieldset className="sure">
          <legend className="sr">{text.cancel}</legend>
          <p>{text.sure}</p>
          <div className="actions">
            <button ref={goOn} type="button" onClick={() => setSure(false)}>
              {text.goOn}
            </button>
            <button type="button" onClick={() => void ask('cancel')}>
              {text.reallyCancel}
            </button>
          </div>
        </fieldset>
      ) : (
        <div className="actions">
          {may.pause && (
            <button type="button" onClick={() => void ask('pause')}>
              {text.pause}
            </button>
          )}
          {may.resume && (
            <button type="button" className="primary" onClick={() => void ask('resume')}>
              {text.resume}
            </button>
          )}
          {may.cancel && (
            <button type="button" onClick={() => setSure(true)}>
              {text.cancel}
            </button>
          )}
        </div>
      )}
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
