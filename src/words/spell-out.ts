import {
  asReason,
  isReason,
  type Reason,
  type ReasonCode,
  type Told,
  textReason,
} from '../model/reason.ts'
import { en } from './en/index.ts'
import { say } from './say.ts'

/**
 * For storage and for programs: writes each reason as its English sentence, under the name it had, with its code
 * beside it. `reason` becomes `reason: "…"` and `reasonCode: { code, params }`; a list `notes` becomes
 * `notes: ["…"]` and `notesCodes: [{ code, params }]`. So programs that read the sentences go on working.
 */
export function spellOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spellOut)
  if (typeof value !== 'object' || value === null) return value
  const spelled: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    // The code of a reason that is spelled out already.
    if (isCodeName(name) && name.replace(/Codes?$/, '') in value) spelled[name] = inner
    else if (isReason(inner)) {
      spelled[name] = say(inner, en)
      spelled[`${name}Code`] = inner
    } else if (isReasonList(inner)) {
      spelled[name] = inner.map((each) => say(each, en))
      spelled[`${name}Codes`] = inner.map(asReason)
    } else spelled[name] = spellOut(inner)
  }
  return spelled
}

const isCodeName = (name: string) => name.endsWith('Code') || name.endsWith('Codes')

/** True where there is at least one reason; the others may be plain sentences. */
const isReasonList = (value: unknown): value is readonly Told[] =>
  Array.isArray(value) &&
  value.some(isReason) &&
  value.every((each) => typeof each === 'string' || isReason(each))

type Stored = Readonly<Record<string, unknown>>

/** Reads a reason that `spellOut` has written. Where there is no code, as in older files, the sentence is read. */
export function readReason(stored: Stored, name: string): Reason | undefined {
  return readOne(stored[`${name}Code`], stored[name])
}

/** Reads a list of reasons that `spellOut` has written. */
export function readReasons(stored: Stored, name: string): readonly Reason[] {
  const [codes, sentences] = [stored[`${name}Codes`], stored[name]]
  if (!Array.isArray(sentences)) return []
  const known: readonly unknown[] = Array.isArray(codes) ? codes : []
  return sentences.flatMap((sentence, at) => readOne(known[at], sentence) ?? [])
}

function readOne(code: unknown, sentence: unknown): Reason | undefined {
  return readCode(code) ?? (typeof sentence === 'string' ? recogniseReason(sentence) : undefined)
}

/** Nothing where this version does not know the code, or its parameters are not usable. */
const readCode = (code: unknown): Reason | undefined =>
  isReason(code) && say(code, en) !== code.code ? code : undefined

/** The model's fields that hold one reason, and below those that hold a list. */
const ONE = new Set(['reason', 'note', 'level'])
const SEVERAL = new Set(['reasons', 'notes', 'conditions'])
/** Values that were compared: without a code they are the playlist's own words, which no sentence is recognised in. */
const VALUES = new Set(['left', 'right'])

/**
 * Reads what `spellOut` has written: the model's reasons are values again. Nothing else is checked; the caller
 * checks the fields that it uses.
 */
export function readSpelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readSpelled)
  if (typeof value !== 'object' || value === null) return value
  const stored = value as Stored
  const read: [string, unknown][] = []
  for (const [name, inner] of Object.entries(stored)) {
    if (ONE.has(name)) read.push([name, readReason(stored, name) ?? readSpelled(inner)])
    else if (SEVERAL.has(name) && Array.isArray(inner)) read.push([name, readReasons(stored, name)])
    else if (VALUES.has(name))
      read.push([name, readCode(stored[`${name}Code`]) ?? readSpelled(inner)])
    else if (!isCode(name)) read.push([name, readSpelled(inner)])
  }
  return Object.fromEntries(read)
}

function isCode(name: string): boolean {
  if (!isCodeName(name)) return false
  const one = name.replace(/Code$/, '')
  return ONE.has(one) || VALUES.has(one) || SEVERAL.has(name.replace(/Codes$/, ''))
}

/** The reason without parameters that has this English sentence; a text reason where there is none. */
export function recogniseReason(sentence: string): Reason {
  codes ??= new Map(
    (Object.keys(en.reasons) as ReasonCode[]).map((code) => [en.reasons[code], code]),
  )
  const code = codes.get(sentence)
  return code === undefined ? textReason(sentence) : ({ code, params: {} } as Reason)
}

let codes: ReadonlyMap<unknown, ReasonCode> | undefined
