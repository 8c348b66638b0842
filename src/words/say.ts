import type { Reason, SentReason, Told } from '../model/reason.ts'
import type { Speaker } from './sentences.ts'
import type { Words } from './words.ts'

/**
 * The sentence of a reason. One that this version does not know, or whose parameters a damaged file has made
 * unusable, is told by its code.
 */
export function say(reason: Told | SentReason, words: Words): string {
  if (typeof reason === 'string') return reason
  try {
    return saySentence(reason, words) ?? reason.code
  } catch {
    return reason.code
  }
}

function saySentence({ code, params }: SentReason, words: Words): string | undefined {
  const sentence = Object.hasOwn(words.reasons, code)
    ? words.reasons[code as Reason['code']]
    : undefined
  if (sentence === undefined || typeof sentence === 'string') return sentence
  const speaker: Speaker = { units: words.units, say: (inner) => say(inner as Reason, words) }
  // The code says which parameters these are.
  return (sentence as (params: unknown, speaker: Speaker) => string)(params, speaker)
}
