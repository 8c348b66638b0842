import { useEffect } from 'react'
import type { JobInput, Key, Settings } from '../../../../src/api/contract.ts'
import { useGet } from '../../../api/use-get.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { useText } from '../../../text/text.ts'
import { publicPage } from '../inputs/inputs.ts'
import type { ListSelection } from '../preview/list-selection.ts'
import { changeDraft } from './draft.ts'
import { PlanForm } from './plan-form.tsx'
import type { Plan } from './request.ts'

/** Where the music lies and where the backup goes: as it is settled, until it is said otherwise. */
export function PlanSection({
  inputs,
  staged,
  chosen,
  plan,
}: {
  readonly inputs: readonly JobInput[]
  readonly staged: string
  readonly chosen: ListSelection
  readonly plan: Plan | undefined
}) {
  const text = useText().shell
  const { data, error, reload } = useGet<{ settings: Settings; keys: Key[] }>('settings')
  useEffect(() => {
    if (!data || plan) return
    const settings = { ...data.settings, publicPage: publicPage.read() === true }
    changeDraft({ plan: { settings, order: 'playlist', once: {} } })
  }, [data, plan])
  if (error !== undefined) return <Problem error={error} retry={reload} />
  if (!plan || !data) return <p className="soft">{text.loading}</p>
  return (
    <PlanForm
      plan={plan}
      changed={(next) => changeDraft({ plan: next })}
      isNew={data.settings.into === undefined}
      inputs={inputs}
      staged={staged}
      chosen={chosen}
    />
  )
}
