import { backupOptions } from '../../../../src/model/backup/options.ts'
import { flagsIn } from '../../../../src/model/backup/request.ts'
import { useLanguage, useText } from '../../../text/text.ts'
import type { Plan } from './request.ts'

interface Props {
  readonly plan: Plan
  readonly isRemembered: boolean
}

/** What is chosen under More, in one line: the format always, the rest where it is not as usual. */
export function MoreNow({ plan: { settings, order, once }, isRemembered }: Props) {
  const { start: text, choices } = useText()
  const [language] = useLanguage()
  const { format, quality, catalogues, names = '' } = settings
  const ticked = [
    ...[...flagsIn('making'), ...flagsIn('network')].filter((name) => settings[name]),
    ...flagsIn('once').filter((name) => once[name]),
  ]
  const isEncoded = format !== 'keep' && format !== 'flac'
  const parts = [
    isEncoded ? `${format.toUpperCase()} ${quality}` : choices.formats[format],
    ...(names.trim() === '' ? [] : [names]),
    ...(order === 'plays' ? [text.orders.plays] : []),
    ...(catalogues.length > 0 ? [text.cataloguesNow(catalogues.length)] : []),
    ...ticked.map((name) => backupOptions[name].page.label[language]),
    ...(isRemembered ? [text.keptNow] : []),
  ]
  return <small>{text.moreNow(parts)}</small>
}
