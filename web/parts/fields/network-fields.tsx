import type { Settings } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import type { Change } from './change-settings.ts'
import { Tick } from './checkbox.tsx'

/** Whether the network may be asked, and how. */
export function NetworkFields({
  settings,
  changed,
}: {
  readonly settings: Settings
  readonly changed: Change
}) {
  const text = useText().choices
  return (
    <div className="fields">
      <Tick
        label={text.offline}
        hint={text.offlineHint}
        ticked={settings.offline}
        changed={(offline) => changed({ offline })}
      />
      <Tick
        label={text.publicPage}
        hint={text.publicPageHint}
        ticked={settings.publicPage}
        changed={(publicPage) => changed({ publicPage })}
      />
    </div>
  )
}
