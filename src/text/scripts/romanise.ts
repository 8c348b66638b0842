import anyAscii from 'any-ascii'
import { romaniseGreek } from './greek.ts'
import { levelHan } from './han-forms.ts'
import { romaniseHangul } from './hangul.ts'
import { romaniseKana } from './kana.ts'
import { romaniseSemitic } from './semitic.ts'

/** Runs of one script, marks that belong to its letters among them. */
const RUNS =
  /(\p{Script=Han}+)|([ぁ-ゖゝゞァ-ヶー]+)|([가-힣]+)|(\p{Script=Greek}(?:\p{Script=Greek}|\p{M})*)|([א-ת\u0591-\u05c7]+|[\u0620-\u065f\u066e-\u06d3\u0670ـ]+)/gu

/**
 * Text in any script (composed, NFKC) by Latin letters, as it is romanised most often; but Han
 * characters stay, each in one form: what they sound like differs by language, and many sound alike.
 */
export function romanise(text: string): string {
  let latin = ''
  let end = 0
  for (const found of text.matchAll(RUNS)) {
    const [run, han, kana, hangul, greek] = found
    latin += anyAscii(text.slice(end, found.index))
    end = found.index + run.length
    if (han !== undefined) latin += levelRun(han)
    else if (kana !== undefined) latin += romaniseKana(kana)
    else if (hangul !== undefined) latin += romaniseHangul(hangul)
    else latin += greek === undefined ? romaniseSemitic(run) : romaniseGreek(run)
  }
  return latin + anyAscii(text.slice(end))
}

function levelRun(run: string): string {
  let levelled = ''
  let before = ''
  for (const char of run) {
    // 々 repeats what stands before it.
    before = char === '々' && before !== '' ? before : levelHan(char)
    levelled += before
  }
  return levelled
}
