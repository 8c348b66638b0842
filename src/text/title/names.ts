import { foldText } from '../fold.ts'

// Two names in one title, without a bracket between them.

const LATIN = /\p{Script=Latin}/u
const OTHER =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}\p{Script=Devanagari}]/u
const RUN = new RegExp(`${OTHER.source}(?:.*${OTHER.source})?`, 'su')
const THEME = /^(?:love |main |end )?theme from (?:the )?(?=.)/

/**
 * The names that stand side by side in one text: `Foreplay / Long Time`.
 * Empty where there is one name only.
 */
export function splitNames(text: string): readonly string[] {
  const names: string[] = []
  if (text.includes('/')) {
    const parts = text.split(/\s*\/\s*/).map(foldText)
    if (parts.length > 1 && parts.every((part) => part.length > 3)) names.push(...parts)
  }
  return names
}

/** Whether it holds letters other than Latin ones. */
export const isForeign = (text: string) => OTHER.test(text)

/** A name and its translation in another script: `새벽 4시 4:00 a.m.`; `Theme from X` without its preface. */
export function splitAliases(text: string, folded: string): readonly string[] {
  if (folded.includes('theme from ')) return [folded.replace(THEME, '')]
  const run = OTHER.test(text) && LATIN.test(text) ? RUN.exec(text) : null
  if (run === null) return []
  const before = foldText(text.slice(0, run.index))
  const after = foldText(text.slice(run.index + run[0].length))
  // Words on both sides are no translation but a part of the name.
  if ((before === '') === (after === '')) return []
  return [foldText(run[0]), before || after].filter((name) => name.length > 1)
}
