import { backupOptions } from '../../../src/model/backup/options.ts'
import { type FlagIn, flagsIn, type PageSection } from '../../../src/model/backup/request.ts'
import { useLanguage } from '../../text/text.ts'
import { Checkbox } from './checkbox.tsx'

interface Props<Section extends PageSection> {
  readonly section: Section
  readonly values: Readonly<Partial<Record<FlagIn<Section>, boolean>>>
  readonly changed: (change: Partial<Record<FlagIn<Section>, boolean>>) => void
}

/** A box to tick for each option that the table of options puts into this section. */
export function FlagFields<Section extends PageSection>({
  section,
  values,
  changed,
}: Props<Section>) {
  const [language] = useLanguage()
  return flagsIn(section).map((name) => {
    const { label, hint } = backupOptions[name].page
    return (
      <Checkbox
        key={name}
        label={label[language]}
        hint={hint[language]}
        checked={values[name] ?? false}
        changed={(ticked) =>
          changed({ [name]: ticked } as Partial<Record<FlagIn<Section>, boolean>>)
        }
      />
    )
  })
}
