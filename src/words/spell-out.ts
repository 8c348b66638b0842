import { isReason, type Reason, type ReasonCode, type Told, textReason } from '../model/reason.ts'
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
    // Spelled out already, as it was stored.
    if (/Codes?$/.test(name) && name.replace(/Codes?$/, '') in value) spelled[name] = inner
    else if (isReason(inner)) {
      spelled[name] = say(inner, en)
      spelled[`${name}Code`] = inner
    } else if (isReasonList(inner)) {
      spelled[name] = inner.map((each) => say(each, en))
      spelled[`${name}Codes`] = inner.map((each) =>
        typeof each === 'string' ? textReason(each) : each,
      )
    } else spelled[name] = spellOut(inner)
  }
  return spelled
}

/** At least one reason; until all sentences are reasons, some may still be words. */
const isReasonList = (value: unknown): value is readonly Told[] =>
  Array.isArray(value) &&
  value.some(isReason) &&
  value.every((each) => typeof each === 'string' || isReason(each))

type Stored = Readonly<Record<string, unknown>>

/** A reason as `spellOut` has written it; of what was written before codes were, what its sentence says. */
export function readReason(stored: Stored, name: string): Reason | undefined {
  return readOne(stored[`${name}Code`], stored[name])
}

/** The same of a list. */
export function readReasons(stored: Stored, name: string): readonly Reason[] {
  const [codes, sentences] = [stored[`${name}Codes`], stored[name]]
  if (!Array.isArray(sentences)) return []
  const known: readonly unknown[] = Array.isArray(codes) ? codes : []
  return sentences.flatMap((sentence, at) => readOne(known[at], sentence) ?? [])
}

/** The sentence is taken where the code is one of a later version, or its parameters are not what they should be. */
function readOne(code: unknown, sentence: unknown): Reason | undefined {
  if (isReason(code) && say(code, en) !== code.code) return code
  return typeof sentence === 'string' ? recogniseReason(sentence) : undefined
}

/** Fields of the model that hold a reason, and those that hold a list of them. */
const ONE = new Set(['reason', 'note', 'level'])
const SEVERAL = new Set(['reasons', 'notes', 'conditions'])

/**
 * What `spellOut` has written, with reasons as values again wherever the model has them. It checks nothing
 * else: the caller has looked at the fields, or believes none of them.
 */
export function readSpelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readSpelled)
  if (typeof value !== 'object' || value === null) return value
  const stored = value as Stored
  const entries = Object.entries(stored).flatMap(([name, inner]): [string, unknown][] => {
    if (ONE.has(name)) return [[name, readReason(stored, name) ?? readSpelled(inner)]]
    if (SEVERAL.has(name) && Array.isArray(inner)) return [[name, readReasons(stored, name)]]
    const isCode = ONE.has(name.replace(/Code$/, '')) || SEVERAL.has(name.replace(/Codes$/, ''))
    return isCode ? [] : [[name, readSpelled(inner)]]
  })
  return Object.fromEntries(entries)
}

/** The reason that has this English sentence, where it is one without parameters; else the words themselves. */
function recogniseReason(sentence: string): Reason {
  codes ??= new Map(
    (Object.keys(en.reasons) as ReasonCode[]).map((code) => [en.reasons[code], code]),
  )
  const code = codes.get(sentence)
  return code === undefined ? textReason(sentence) : ({ code, params: {} } as Reason)
}

let codes: ReadonlyMap<unknown, ReasonCode> | undefined
