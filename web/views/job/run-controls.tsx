import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../src/api/contract.ts'
import { askJob, type JobAction } from '../../api/jobs.ts'
import { useAction } from '../../api/use-action.ts'
import { actionsFor } from '../../parts/jobs/job-states.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'

/** Pause, go on, cancel: the last is asked once more. */
export function RunControls({ job }: { readonly job: Job }) {
  const [isSure, setSure] = useState(false)
  const { error, run } = useAction()
  const may = actionsFor(job)
  const ask = (action: JobAction) => {
    setSure(false)
    void run(() => askJob(job.id, action))
  }
  if (!may.pause && !may.resume && !may.cancel) return null
  return (
    <>
      {isSure && may.cancel ? (
        <ConfirmCancel goOn={() => setSure(false)} cancel={() => ask('cancel')} />
      ) : (
        <RunButtons may={may} ask={ask} cancel={() => setSure(true)} />
      )}
      {error !== undefined && <Problem error={error} />}
    </>
  )
}

interface ButtonsProps {
  readonly may: ReturnType<typeof actionsFor>
  readonly ask: (action: JobAction) => void
  readonly cancel: () => void
}

function RunButtons({ may, ask, cancel }: ButtonsProps) {
  const text = useText().job
  return (
    <div className="actions">
      {may.pause && (
        <button type="button" onClick={() => ask('pause')}>
          {text.pause}
        </button>
      )}
      {may.resume && (
        <button type="button" className="primary" onClick={() => ask('resume')}>
          {text.resume}
        </button>
      )}
      {may.cancel && (
        <button type="button" onClick={cancel}>
          {text.cancel}
        </button>
      )}
    </div>
  )
}

interface ConfirmProps {
  readonly goOn: () => void
  readonly cancel: () => void
}

function ConfirmCancel({ goOn, cancel }: ConfirmProps) {
  const text = useText().job
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <fieldset className="sure">
      <legend className="sr">{text.cancel}</legend>
      <p>{text.sure}</p>
      <div className="actions">
        <button ref={button} type="button" onClick={goOn}>
          {text.goOn}
        </button>
        <button type="button" onClick={cancel}>
          {text.reallyCancel}
        </button>
      </div>
    </fieldset>
  )
}
