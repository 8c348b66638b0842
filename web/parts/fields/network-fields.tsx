import type { Settings } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import type { ChangeSettings } from './change-settings.ts'
import { Checkbox } from './checkbox.tsx'

/** Whether the network may be asked, and how. */
export function NetworkFields({
  settings,
  changed,
}: {
  readonly settings: Settings
  readonly changed: ChangeSettings
}) {
  const text = useText().choices
  return (
    <div className="fields">
      <Checkbox
        label={text.offline}
        hint={text.offlineHint}
        checked={settings.offline}
        changed={(offline) => changed({ offline })}
      />
      <Checkbox
        label={text.publicPage}
        hint={text.publicPageHint}
        checked={settings.publicPage}
        changed={(publicPage) => changed({ publicPage })}
      />
    </div>
  )
}
