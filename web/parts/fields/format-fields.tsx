import type { Settings } from '../../../src/api/contract.ts'
import { backupOptions } from '../../../src/model/backup/options.ts'
import { useText } from '../../text/text.ts'
import type { ChangeSettings } from './change-settings.ts'
import { FlagFields } from './flag-fields.tsx'
import { NamesField } from './names-field.tsx'
import { SelectField } from './select-field.tsx'

const { format: formats, quality: qualities, id3: tagVersions } = backupOptions

/** What kind of file is made, and what it is called. */
export function FormatFields({
  settings,
  changed,
}: {
  readonly settings: Settings
  readonly changed: ChangeSettings
}) {
  const text = useText().choices
  const isEncoded = settings.format !== 'keep' && settings.format !== 'flac'
  return (
    <div className="fields">
      <SelectField
        label={text.format}
        hint={text.formatHint}
        value={settings.format}
        options={formats.choices.map((each) => [each, text.formats[each]] as const)}
        changed={(format) => changed({ format })}
      />
      {isEncoded && (
        <SelectField
          label={text.quality}
          hint={text.qualityHint}
          value={settings.quality}
          options={qualities.choices.map((each) => [each, text.qualities[each]] as const)}
          changed={(quality) => changed({ quality })}
        />
      )}
      {settings.format === 'mp3' && (
        <SelectField
          label={text.id3}
          value={settings.id3}
          options={tagVersions.choices.map((each) => [each, text.id3s[each]] as const)}
          changed={(id3) => changed({ id3 })}
        />
      )}
      <NamesField names={settings.names} changed={changed} />
      <FlagFields section="making" values={settings} changed={changed} />
    </div>
  )
}
