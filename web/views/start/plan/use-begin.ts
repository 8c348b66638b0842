import { useState } from 'react'
import type { BackupJobRequest, Job, JobInput } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { putJobs } from '../../../api/jobs.ts'
import { useAction } from '../../../api/use-action.ts'
import { focusInvalid } from '../../../parts/fields/focus-invalid.ts'
import { tidySettings } from '../../../parts/fields/tidy-settings.ts'
import { goTo, linkTo } from '../../../route.ts'
import { removeAll } from '../inputs/inputs.ts'
import type { ListSelection } from '../preview/list-selection.ts'
import { type Plan, requestOf } from './request.ts'

interface Backup {
  readonly plan: Plan
  readonly inputs: readonly JobInput[]
  readonly chosen: ListSelection
  readonly dryRun: boolean
  readonly answers: BackupJobRequest['answers']
}

interface Elements {
  readonly form: HTMLFormElement | null
  readonly into: HTMLInputElement | null
}

/** Begins a backup, or leads to the field that is still missing or wrong. */
export function useBegin(isNew: boolean) {
  const [isRemembered, setRemembered] = useState(isNew)
  const [isIntoMissing, setIntoMissing] = useState(false)
  const { isRunning, error, run } = useAction()

  async function begin(backup: Backup, { form, into }: Elements): Promise<void> {
    const isMissing = (backup.plan.settings.into ?? '').trim() === ''
    setIntoMissing(isMissing)
    if (isMissing) into?.focus()
    if (isMissing || (form && focusInvalid(form))) return
    await run(() => beginBackup(backup, isRemembered))
  }

  return { begin, isRunning, error, isIntoMissing, isRemembered, setRemembered }
}

async function beginBackup(
  { plan, inputs, chosen, dryRun, answers }: Backup,
  isRemembered: boolean,
): Promise<void> {
  if (isRemembered) await send('PUT', 'settings', { settings: tidySettings(plan.settings) })
  const order = requestOf(plan, inputs, chosen.only, dryRun, answers)
  const job = await send<Job>('POST', 'jobs', order)
  putJobs([job])
  if (!dryRun) removeAll()
  goTo(linkTo({ kind: 'job', job: job.id }))
}
