import type { ChangeSettings } from '../../../parts/fields/change-settings.ts'
import { FlagFields } from '../../../parts/fields/flag-fields.tsx'
import { FormatFields } from '../../../parts/fields/format-fields.tsx'
import { SelectField } from '../../../parts/fields/select-field.tsx'
import { useText } from '../../../text/text.ts'
import type { Plan } from './request.ts'

/** What most never change. */
export function MoreFields({
  plan,
  changed,
  change,
}: {
  readonly plan: Plan
  readonly changed: (plan: Plan) => void
  readonly change: ChangeSettings
}) {
  const { start: text, choices } = useText()
  return (
    <details className="more">
      <summary>
        {text.more}
        <small> {text.moreNow(choices.formats[plan.settings.format])}</small>
      </summary>
      <FormatFields settings={plan.settings} changed={change} />
      <div className="fields">
        <SelectField
          label={text.order}
          value={plan.order}
          options={(['playlist', 'plays'] as const).map(
            (each) => [each, text.orders[each]] as const,
          )}
          changed={(order) => changed({ ...plan, order })}
        />
      </div>
      <div className="fields">
        <FlagFields section="network" values={plan.settings} changed={change} />
      </div>
      <div className="fields">
        <FlagFields
          section="once"
          values={plan.once}
          changed={(once) => changed({ ...plan, once: { ...plan.once, ...once } })}
        />
      </div>
    </details>
  )
}
