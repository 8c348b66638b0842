import { foldText } from './fold.ts'

// Two names in one title, without a bracket between them.

const LATIN = /\p{Script=Latin}/u
const OTHER =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}\p{Script=Devanagari}]/u
const OTHERS = new RegExp(`${OTHER.source}[^\\p{Script=Latin}]*`, 'gu')
const THEME = /^(?:love |main |end )?theme from (?:the )?(?=.)/

/**
 * The names that stand side by side in one text: `Foreplay / Long Time`; `새벽 4시 4:00 a.m.`, a name
 * with its translation; `Theme From X`. Empty where there is one name only.
 */
export function splitNames(text: string, folded: string): readonly string[] {
  const names: string[] = []
  if (text.includes('/')) {
    const parts = text.split(/\s*\/\s*/).map(foldText)
    if (parts.length > 1 && parts.every((part) => part.length > 3)) names.push(...parts)
  }
  if (OTHER.test(text) && LATIN.test(text)) {
    const foreign = foldText(text.match(OTHERS)?.join(' ') ?? '')
    const latin = foldText(text.replaceAll(OTHERS, ' '))
    for (const name of [foreign, latin]) if (name.length > 2) names.push(name)
  }
  if (folded.includes('theme from ')) names.push(folded.replace(THEME, ''))
  return names
}
