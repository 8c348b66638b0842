import type { ChangeSettings } from '../../../parts/fields/change-settings.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { FlagFields } from '../../../parts/fields/flag-fields.tsx'
import { FormatFields } from '../../../parts/fields/format-fields.tsx'
import { SelectField } from '../../../parts/fields/select-field.tsx'
import { FolderList } from '../../../parts/folders/folder-list.tsx'
import { useText } from '../../../text/text.ts'
import { NameFields } from '../lists/name-fields.tsx'
import type { ListState } from '../lists/use-lists.ts'
import { MoreNow } from './more-now.tsx'
import type { Plan } from './request.ts'

interface Props {
  readonly plan: Plan
  readonly changed: (plan: Plan) => void
  readonly change: ChangeSettings
  readonly lists: ListState
  /** Whether the choices are kept for the next time. */
  readonly remembering: readonly [boolean, (isRemembered: boolean) => void]
}

/** What most never change, and what of it is so now in one line. */
export function MoreFields({ plan, changed, change, lists, remembering }: Props) {
  const { start: text } = useText()
  const { settings, once, order } = plan
  const [isRemembered, setRemembered] = remembering
  return (
    <details className="more">
      <summary>
        {text.more} <MoreNow plan={plan} isRemembered={isRemembered} />
      </summary>
      <NameFields {...lists} />
      <FormatFields settings={settings} changed={change} />
      <div className="fields">
        <SelectField
          label={text.order}
          value={order}
          options={(['playlist', 'plays'] as const).map(
            (each) => [each, text.orders[each]] as const,
          )}
          changed={(next) => changed({ ...plan, order: next })}
        />
        <FolderList
          label={text.catalogues}
          hint={text.cataloguesHint}
          none={text.cataloguesNone}
          folders={settings.catalogues}
          changed={(catalogues) => change({ catalogues })}
        />
      </div>
      <div className="fields">
        <FlagFields section="network" values={settings} changed={change} />
      </div>
      <div className="fields">
        <FlagFields
          section="once"
          values={once}
          changed={(part) => changed({ ...plan, once: { ...once, ...part } })}
        />
      </div>
      <div className="fields">
        <Checkbox
          label={text.keepChoices}
          hint={text.keepChoicesHint}
          checked={isRemembered}
          changed={setRemembered}
        />
      </div>
    </details>
  )
}
