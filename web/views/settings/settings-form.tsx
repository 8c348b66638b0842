import { type FormEvent, useState } from 'react'
import type { Settings } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { focusInvalid } from '../../parts/fields/focus-invalid.ts'
import { FolderFields } from '../../parts/fields/folder-fields.tsx'
import { FormatFields } from '../../parts/fields/format-fields.tsx'
import { NetworkFields } from '../../parts/fields/network-fields.tsx'
import { tidySettings } from '../../parts/fields/tidy-settings.ts'
import { FolderField } from '../../parts/folders/folder-field.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { useText } from '../../text/text.ts'
import type { SettingsAnswer } from './settings-answer.ts'

/** Folders, what is made, and the network: as every backup shall have it that says nothing else. */
export function SettingsForm({
  settled,
  saved,
}: {
  readonly settled: SettingsAnswer
  readonly saved: (settled: SettingsAnswer) => void
}) {
  const { settings: text } = useText()
  const [settings, setSettings] = useState(settled.settings)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>()
  const change = (part: Partial<Settings>) => setSettings({ ...settings, ...part })
  const isChanged =
    JSON.stringify(tidySettings(settings)) !== JSON.stringify(tidySettings(settled.settings))

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (focusInvalid(event.currentTarget)) return
    setSaving(true)
    setError(undefined)
    try {
      const next = await send<SettingsAnswer>('PUT', 'settings', {
        settings: tidySettings(settings),
      })
      saved(next)
      setSettings(next.settings)
      showToast(text.saved)
    } catch (caught) {
      setError(caught)
    }
    setSaving(false)
  }

  return (
    <form className="settings" onSubmit={(event) => void save(event)}>
      <h2>{text.folders}</h2>
      <FolderFields settings={settings} changed={change}>
        <FolderField
          label={text.into}
          hint={text.intoHint}
          folder={settings.into ?? ''}
          changed={(into) => change({ into })}
        />
      </FolderFields>
      <h2>{text.making}</h2>
      <FormatFields settings={settings} changed={change} />
      <h2>{text.network}</h2>
      <NetworkFields settings={settings} changed={change} />
      {error !== undefined && <Problem error={error} />}
      <div className={isChanged ? 'actions save unsaved' : 'actions save'}>
        <button type="submit" className="primary" disabled={isSaving || !isChanged}>
          {text.save}
        </button>
        <p className="soft" role="status">
          {isChanged ? text.unsaved : ''}
        </p>
      </div>
    </form>
  )
}
