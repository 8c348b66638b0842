import type { Reason, SentReason, Told } from '../model/reason.ts'
import type { Speaker } from './sentences.ts'
import type { CommonWords } from './words.ts'

/**
 * The sentence of a reason. Returns the code where this version has no sentence for it, or where its parameters are
 * not what the sentence needs (they may come from a damaged file).
 */
export function say(reason: Told | SentReason, words: CommonWords): string {
  if (typeof reason === 'string') return reason
  try {
    return saySentence(reason, words) ?? reason.code
  } catch {
    return reason.code
  }
}

function saySentence({ code, params }: SentReason, words: CommonWords): string | undefined {
  const sentence = Object.hasOwn(words.reasons, code)
    ? words.reasons[code as Reason['code']]
    : undefined
  if (sentence === undefined || typeof sentence === 'string') return sentence
  const speaker: Speaker = { units: words.units, say: (inner) => say(inner as Reason, words) }
  // The code decides which parameters there are, but the compiler cannot follow that.
  return (sentence as (params: unknown, speaker: Speaker) => string)(params, speaker)
}
