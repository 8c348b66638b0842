import { type FormEvent, useId, useRef } from 'react'
import type { JobInput, Settings, UsualFolders } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import { allowPublicPage } from '../inputs/inputs.ts'
import { ListQuestions } from '../lists/list-questions.tsx'
import { useLists } from '../lists/use-lists.ts'
import type { ListSelection } from '../preview/list-selection.ts'
import { BeginBar } from './begin-bar.tsx'
import { MoreFields } from './more-fields.tsx'
import { PlaceFields } from './place-fields.tsx'
import type { Plan } from './request.ts'
import { useBegin } from './use-begin.ts'

interface Props {
  readonly plan: Plan
  readonly changed: (plan: Plan) => void
  /** Nothing was settled before. */
  readonly isNew: boolean
  readonly usual: UsualFolders | undefined
  readonly inputs: readonly JobInput[]
  /** What the preview's lists were read as. */
  readonly staged: string
  readonly chosen: ListSelection
}

/** The last questions before a backup, with their answers filled in, and the two buttons that begin it. */
export function PlanForm({ plan, changed, isNew, usual, inputs, staged, chosen }: Props) {
  const text = useText().start
  const id = useId()
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
  return (
    <>
      <form ref={form} id={id} className="plan" onSubmit={submit} noValidate>
        <h2>{text.where}</h2>
        <PlaceFields
          settings={settings}
          change={change}
          usual={usual}
          isIntoMissing={isIntoMissing}
          intoRef={into}
        />
        <ListQuestions {...lists} />
        <MoreFields
          plan={plan}
          changed={changed}
          change={change}
          lists={lists}
          remembering={[isRemembered, setRemembered]}
        />
      </form>
      <BeginBar
        form={id}
        into={(settings.into ?? '').trim()}
        chosen={chosen}
        isAsking={isRunning}
        error={error}
        tryFirst={() => void start(true)}
      />
    </>
  )
}
