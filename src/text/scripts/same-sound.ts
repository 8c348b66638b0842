import { isRomanised } from './level-latin.ts'
import { isJapaneseReading, isMandarinReading } from './read-han.ts'
import type { Script } from './script.ts'

/** A folded name and what it was written in before. */
interface Written {
  readonly folded: string
  readonly script: Script
}

/**
 * Whether one of two names in two scripts is the other one in Latin letters, or in kana:
 * `さくら` and `Sakura`, `桜` and `Sakura`, `Шёлк` and `Shyolk`, `月亮` and `Yueliang`.
 */
export function isSameSound(left: Written, right: Written): boolean {
  if (left.folded === '' || right.folded === '') return false
  return sounds(left, right) || sounds(right, left)
}

function sounds({ folded, script }: Written, other: Written): boolean {
  const isPhonetic = other.script === 'latin' || other.script === 'kana'
  if (script === 'han' || script === 'japanese') {
    if (!isPhonetic) return false
    if (isJapaneseReading(folded, other.folded)) return true
    return script === 'han' && other.script === 'latin' && isMandarinReading(folded, other.folded)
  }
  return other.script === 'latin' && script !== 'latin' && isRomanised(folded, other.folded, script)
}
