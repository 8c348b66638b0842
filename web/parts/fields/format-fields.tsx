import type { Settings } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import type { ChangeSettings } from './change-settings.ts'
import { Checkbox } from './checkbox.tsx'
import { NamesField } from './names-field.tsx'
import { SelectField } from './select-field.tsx'

const formats = [
  'mp3',
  'flac',
  'opus',
  'm4a',
  'ogg',
  'keep',
] as const satisfies Settings['format'][]
const qualities = ['V0', 'V2', '320', '192'] as const satisfies Settings['quality'][]
const tagVersions = ['2.4', '2.3'] as const satisfies Settings['id3'][]

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
        options={formats.map((each) => [each, text.formats[each]] as const)}
        changed={(format) => changed({ format })}
      />
      {isEncoded && (
        <SelectField
          label={text.quality}
          hint={text.qualityHint}
          value={settings.quality}
          options={qualities.map((each) => [each, text.qualities[each]] as const)}
          changed={(quality) => changed({ quality })}
        />
      )}
      {settings.format === 'mp3' && (
        <SelectField
          label={text.id3}
          value={settings.id3}
          options={tagVersions.map((each) => [each, text.id3s[each]] as const)}
          changed={(id3) => changed({ id3 })}
        />
      )}
      <NamesField names={settings.names} changed={changed} />
      <Checkbox
        label={text.cover}
        hint={text.coverHint}
        checked={settings.cover}
        changed={(cover) => changed({ cover })}
      />
    </div>
  )
}
