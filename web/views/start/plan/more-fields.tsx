import type { Change } from '../../../parts/fields/change-settings.ts'
import { Tick } from '../../../parts/fields/checkbox.tsx'
import { MakingFields } from '../../../parts/fields/format-fields.tsx'
import { NetworkFields } from '../../../parts/fields/network-fields.tsx'
import { Choice } from '../../../parts/fields/select-field.tsx'
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
  readonly change: Change
}) {
  const { start: text, choices } = useText()
  return (
    <details className="more">
      <summary>
        {text.more}
        <small> {text.moreNow(choices.formats[plan.settings.format])}</small>
      </summary>
      <MakingFields settings={plan.settings} changed={change} />
      <div className="fields">
        <Choice
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
        <Tick
          label={text.prune}
          hint={text.pruneHint}
          ticked={plan.prune}
          changed={(prune) => changed({ ...plan, prune })}
        />
        <Tick
          label={text.replace}
          hint={text.replaceHint}
          ticked={plan.replace}
          changed={(replace) => changed({ ...plan, replace })}
        />
      </div>
    </details>
  )
}
