import { correct as de } from '../../../../text/de/correct.ts'
import { correct as en } from '../../../../text/en/correct.ts'
import { useText } from '../../../../text/text.ts'

/** What only this part says: it is loaded with it, in both languages, as they are short. */
export const useCorrectText = (): typeof en => (useText().words.language === 'de' ? de : en)
