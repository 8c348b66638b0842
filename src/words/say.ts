import type { Told } from '../model/reason.ts'
import type { Speaker } from './sentences.ts'
import type { Words } from './words.ts'

/** The sentence of a reason. One that a later version has written, and this one does not know, is its code. */
export function say(reason: Told, words: Words): string {
  if (typeof reason === 'string') return reason
  const { code, params } = reason
  const sentence = Object.hasOwn(words.reasons, code) ? words.reasons[code] : code
  if (typeof sentence === 'string') return sentence
  const speaker: Speaker = { units: words.units, say: (inner) => say(inner, words) }
  // The code says which parameters these are.
  return (sentence as (params: unknown, speaker: Speaker) => string)(params, speaker)
}
