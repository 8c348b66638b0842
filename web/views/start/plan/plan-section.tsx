import { useEffect } from 'react'
import type { JobInput, Key, Settings, UsualFolders } from '../../../../src/api/contract.ts'
import { useGet } from '../../../api/use-get.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { useText } from '../../../text/text.ts'
import { publicPage } from '../inputs/store.ts'
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
  const isNew = data !== undefined && data.settings.into === undefined
  const usual = useGet<UsualFolders>(isNew ? 'folders/usual' : undefined)
  const isAsked = isNew && !usual.data && usual.error === undefined
  useEffect(() => {
    if (!data || plan || isAsked) return
    const settings = {
      ...fillIn(data.settings, usual.data),
      publicPage: publicPage.read() === true,
    }
    changeDraft({ plan: { settings, order: 'playlist', once: {} } })
  }, [data, plan, isAsked, usual.data])
  if (error !== undefined) return <Problem error={error} retry={reload} />
  if (!plan || !data) return <p className="soft">{text.loading}</p>
  return (
    <PlanForm
      plan={plan}
      changed={(next) => changeDraft({ plan: next })}
      isNew={isNew}
      usual={usual.data}
      inputs={inputs}
      staged={staged}
      chosen={chosen}
    />
  )
}

/** What nobody has settled yet: the folder for music, and a place for the backup. */
const fillIn = (settings: Settings, { music, into }: UsualFolders = {}): Settings => ({
  ...settings,
  libraries: settings.libraries.length > 0 || !music ? settings.libraries : [music.path],
  into: settings.into ?? into,
})
