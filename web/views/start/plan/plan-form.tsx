import { type FormEvent, useRef } from 'react'
import type { JobInput, Settings } from '../../../../src/api/contract.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { FolderFields } from '../../../parts/fields/folder-fields.tsx'
import { FolderField } from '../../../parts/folders/folder-field.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { useText } from '../../../text/text.ts'
import { allowPublicPage } from '../inputs/inputs.ts'
import { ListFields } from '../lists/list-fields.tsx'
import { useLists } from '../lists/use-lists.ts'
import type { ListSelection } from '../preview/list-selection.ts'
import { BeginButtons } from './begin-buttons.tsx'
import { MoreFields } from './more-fields.tsx'
import type { Plan } from './request.ts'
import { useBegin } from './use-begin.ts'

interface Props {
  readonly plan: Plan
  readonly changed: (plan: Plan) => void
  /** Nothing was settled before. */
  readonly isNew: boolean
  readonly inputs: readonly JobInput[]
  /** What the preview's lists were read as. */
  readonly staged: string
  readonly chosen: ListSelection
}

/** The last questions before a backup, and the two buttons that begin it. */
export function PlanForm({ plan, changed, isNew, inputs, staged, chosen }: Props) {
  const text = useText().start
  const form = useRef<HTMLFormElement>(null)
  const into = useRef<HTMLInputElement>(null)
  const { begin, isRunning, error, isIntoMissing, isRemembered, setRemembered } = useBegin(isNew)
  const { settings } = plan
  const change = (part: Partial<Settings>) => {
    if (part.publicPage !== undefined) allowPublicPage(part.publicPage)
    changed({ ...plan, settings: { ...settings, ...part } })
  }
  const lists = useLists(staged, settings.into ?? '', chosen.lists)
  const start = (dryRun: boolean) =>
    begin(
      { plan, inputs, chosen, dryRun, answers: lists.said },
      { form: form.current, into: into.current },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void start(false)
  }
  const intoFault =
    isIntoMissing && (settings.into ?? '').trim() === '' ? text.intoMissing : undefined
  return (
    <form ref={form} className="plan" onSubmit={submit} noValidate>
      <h2>{text.where}</h2>
      <FolderFields settings={settings} changed={change}>
        <FolderField
          label={text.into}
          hint={text.intoHint}
          folder={settings.into ?? ''}
          changed={(folder) => change({ into: folder })}
          fault={intoFault}
          inputRef={into}
        />
      </FolderFields>
      <ListFields {...lists} />
      <MoreFields plan={plan} changed={changed} change={change} />
      <Checkbox
        label={text.keepChoices}
        hint={text.keepChoicesHint}
        checked={isRemembered}
        changed={setRemembered}
      />
      {chosen.lists.length === 0 && <p role="status">{text.noneWanted}</p>}
      {error !== undefined && <Problem error={error} />}
      <BeginButtons chosen={chosen} isAsking={isRunning} tryFirst={() => void start(true)} />
    </form>
  )
}
