import type { ChangeSettings } from '../../../parts/fields/change-settings.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { FormatFields } from '../../../parts/fields/format-fields.tsx'
import { NetworkFields } from '../../../parts/fields/network-fields.tsx'
import { SelectField } from '../../../parts/fields/select-field.tsx'
import { useText } from '../../../text/text.ts'
import type { Plan } from './order.ts'

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
      <NetworkFields settings={plan.settings} changed={change} />
      <div className="fields">
        <Checkbox
          label={text.prune}
          hint={text.pruneHint}
          checked={plan.prune}
          changed={(prune) => changed({ ...plan, prune })}
        />
        <Checkbox
          label={text.replace}
          hint={text.replaceHint}
          checked={plan.replace}
          changed={(replace) => changed({ ...plan, replace })}
        />
      </div>
    </details>
  )
}
