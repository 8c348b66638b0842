import { en as englishWords } from '../../../src/words/en/index.ts'
import { copies as germanCopies } from '../../../web/text/de/copies.ts'
import { de } from '../../../web/text/de/index.ts'
import { missing as germanMissing } from '../../../web/text/de/missing.ts'
import { player as germanPlayer } from '../../../web/text/de/player.ts'
import { copies as englishCopies } from '../../../web/text/en/copies.ts'
import { en } from '../../../web/text/en/index.ts'
import { missing as englishMissing } from '../../../web/text/en/missing.ts'
import { player as englishPlayer } from '../../../web/text/en/player.ts'
import { listPhrases } from './sentences.ts'

const german = [
  ...listPhrases(de),
  ...listPhrases(germanCopies),
  ...listPhrases(germanPlayer),
  ...listPhrases(germanMissing),
]
/** What only English says, of two words and more. */
const phrases = [
  ...new Set([
    ...listPhrases(en),
    ...listPhrases(englishCopies),
    ...listPhrases(englishPlayer),
    ...listPhrases(englishMissing),
    ...listPhrases(englishWords),
  ]),
].filter((phrase) => phrase.split(' ').filter((word) => /\p{L}/u.test(word)).length >= 2)
const english = phrases.filter((phrase) => !german.includes(phrase))

/** The English phrases of ours that a text holds. */
export const listEnglish = (text: string): readonly string[] =>
  english.filter((phrase) => text.includes(phrase))
