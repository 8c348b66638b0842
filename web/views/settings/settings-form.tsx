import { type FormEvent, useState } from 'react'
import type { Settings } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { FlagFields } from '../../parts/fields/flag-fields.tsx'
import { focusInvalid } from '../../parts/fields/focus-invalid.ts'
import { FolderFields } from '../../parts/fields/folder-fields.tsx'
import { FormatFields } from '../../parts/fields/format-fields.tsx'
import { tidySettings } from '../../parts/fields/tidy-settings.ts'
import { FolderField } from '../../parts/folders/folder-field.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { useText } from '../../text/text.ts'
import { ContactField } from './contact-field.tsx'
import type { SettingsAnswer } from './settings-answer.ts'

interface Props {
  readonly answer: SettingsAnswer
  readonly saved: (answer: SettingsAnswer) => void
}

/** Folders, what is made, and the network: for every backup that says nothing else. */
export function SettingsForm({ answer, saved }: Props) {
  const { settings: text } = useText()
  const [settings, setSettings] = useState(answer.settings)
  const { isRunning, error, run } = useAction()
  const isChanged = !areSame(settings, answer.settings)

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (focusInvalid(event.currentTarget)) return
    void run(async () => {
      const tidy = { settings: tidySettings(settings) }
      const next = await send<SettingsAnswer>('PUT', 'settings', tidy)
      saved(next)
      setSettings(next.settings)
      showToast(({ settings }) => settings.saved)
    })
  }

  return (
    <form className="settings" onSubmit={save}>
      <SettingsFields
        settings={settings}
        fixedContact={answer.fixedContact}
        changed={setSettings}
      />
      {error !== undefined && <Problem error={error} />}
      <div className={isChanged ? 'actions save unsaved' : 'actions save'}>
        <button type="submit" className="primary" disabled={isRunning || !isChanged}>
          {text.save}
        </button>
        <p className="soft" role="status">
          {isChanged ? text.unsaved : ''}
        </p>
      </div>
    </form>
  )
}

function SettingsFields({
  settings,
  fixedContact,
  changed,
}: {
  readonly settings: Settings
  readonly fixedContact: string | undefined
  readonly changed: (settings: Settings) => void
}) {
  const { settings: text } = useText()
  const change = (part: Partial<Settings>) => changed({ ...settings, ...part })
  return (
    <>
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
      <div className="fields">
        <FlagFields section="network" values={settings} changed={change} />
        <ContactField contact={settings.contact} fixed={fixedContact} changed={change} />
      </div>
    </>
  )
}

const areSame = (one: Settings, other: Settings): boolean =>
  JSON.stringify(tidySettings(one)) === JSON.stringify(tidySettings(other))
