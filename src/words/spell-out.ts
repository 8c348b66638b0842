import { isReason, type Reason, textReason } from '../model/reason.ts'
import { en } from './en/index.ts'
import { say } from './say.ts'

/**
 * For what is stored and for programs: each reason becomes its English sentence under its own name, and its code
 * beside it. `reason` becomes `reason: "…"` and `reasonCode: { code, params }`; a list `notes` becomes
 * `notes: ["…"]` and `notesCodes: [{ code, params }]`. What reads the sentences today goes on doing so.
 */
export function spellOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spellOut)
  if (typeof value !== 'object' || value === null) return value
  const spelled: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    if (isReason(inner)) {
      spelled[name] = say(inner, en)
      spelled[`${name}Code`] = inner
    } else if (Array.isArray(inner) && inner.length > 0 && inner.every(isReason)) {
      spelled[name] = inner.map((each) => say(each, en))
      spelled[`${name}Codes`] = inner
    } else spelled[name] = spellOut(inner)
  }
  return spelled
}

type Stored = Readonly<Record<string, unknown>>

/** A reason as `spellOut` has written it; of what was written before codes were, its sentence. */
export function readReason(stored: Stored, name: string): Reason | undefined {
  const code = stored[`${name}Code`]
  if (isReason(code)) return code
  const sentence = stored[name]
  return typeof sentence === 'string' ? textReason(sentence) : undefined
}

/** The same of a list. */
export function readReasons(stored: Stored, name: string): readonly Reason[] {
  const codes = stored[`${name}Codes`]
  if (Array.isArray(codes) && codes.every(isReason)) return codes
  const sentences = stored[name]
  if (!Array.isArray(sentences)) return []
  return sentences.filter((each) => typeof each === 'string').map(textReason)
}
