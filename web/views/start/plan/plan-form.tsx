import { type FormEvent, useRef, useState } from 'react'
import type { Job, JobInput, Settings } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { putJobs } from '../../../api/jobs.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { focusInvalid } from '../../../parts/fields/focus-invalid.ts'
import { FolderFields } from '../../../parts/fields/folder-fields.tsx'
import { tidySettings } from '../../../parts/fields/tidy-settings.ts'
import { FolderField } from '../../../parts/folders/folder-field.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { goTo, linkTo } from '../../../route.ts'
import { useText } from '../../../text/text.ts'
import { allowPublicPage, removeAll } from '../inputs/inputs.ts'
import type { ListSelection } from '../preview/list-selection.ts'
import { MoreFields } from './more-fields.tsx'
import { orderOf, type Plan } from './order.ts'

/** The last questions before a backup, and the two buttons that begin it. */
export function PlanForm({
  plan,
  changed,
  isNew,
  inputs,
  chosen,
}: {
  readonly plan: Plan
  readonly changed: (plan: Plan) => void
  /** Nothing was settled before. */
  readonly isNew: boolean
  readonly inputs: readonly JobInput[]
  readonly chosen: ListSelection
}) {
  const text = useText().start
  const [isKept, setKept] = useState(isNew)
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const [isIntoMissing, setIntoMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const into = useRef<HTMLInputElement>(null)
  const { settings } = plan
  const change = (part: Partial<Settings>) => {
    if (part.publicPage !== undefined) allowPublicPage(part.publicPage)
    changed({ ...plan, settings: { ...settings, ...part } })
  }

  async function begin(dryRun: boolean): Promise<void> {
    const isMissing = (settings.into ?? '').trim() === ''
    setIntoMissing(isMissing)
    if (isMissing) into.current?.focus()
    if (isMissing || (form.current && focusInvalid(form.current))) return
    setAsking(true)
    setError(undefined)
    try {
      if (isKept) await send('PUT', 'settings', { settings: tidySettings(settings) })
      const job = await send<Job>('POST', 'jobs', orderOf(plan, inputs, chosen.only, dryRun))
      putJobs([job])
      if (!dryRun) removeAll()
      goTo(linkTo({ kind: 'job', job: job.id }))
    } catch (caught) {
      setError(caught)
    }
    setAsking(false)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void begin(false)
  }
  return (
    <form ref={form} className="plan" onSubmit={submit} noValidate>
      <h2>{text.where}</h2>
      <FolderFields settings={settings} changed={change}>
        <FolderField
          label={text.into}
          hint={text.intoHint}
          folder={settings.into ?? ''}
          changed={(folder) => change({ into: folder })}
          fault={
            isIntoMissing && (settings.into ?? '').trim() === '' ? text.intoMissing : undefined
          }
          inputRef={into}
        />
      </FolderFields>
      <MoreFields plan={plan} changed={changed} change={change} />
      <Checkbox
        label={text.keepChoices}
        hint={text.keepChoicesHint}
        checked={isKept}
        changed={setKept}
      />
      {chosen.lists.length === 0 && <p role="status">{text.noneWanted}</p>}
      {error !== undefined && <Problem error={error} />}
      <div className="actions begin">
        <button type="submit" className="primary" disabled={isAsking || chosen.lists.length === 0}>
          {text.backUp(chosen.tracks)}
        </button>
        <button
          type="button"
          disabled={isAsking || chosen.lists.length === 0}
          aria-describedby="try-hint"
          onClick={() => void begin(true)}
        >
          {text.tryFirst}
        </button>
        <p id="try-hint" className="hint">
          {text.tryFirstHint}
        </p>
      </div>
    </form>
  )
}
