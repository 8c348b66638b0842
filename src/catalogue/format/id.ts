import type { ByteReader, ByteWriter } from './bytes.ts'

/**
 * Identifiers in few bytes. The part after the last colon is coded by its shape, what stands before
 * it goes into a dictionary (see `body.ts`): a UUID takes 16 bytes, 22 base-62 digits 16, a number 1–7.
 */
export const ID_KINDS = { text: 0, uuid: 1, base62: 2, number: 3 } as const

export function splitId(id: string): { readonly prefix: string; readonly body: string } {
  const cut = id.lastIndexOf(':') + 1
  return { prefix: id.slice(0, cut), body: id.slice(cut) }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const NUMBER = /^(?:0|[1-9][0-9]{0,14})$/
const BASE62 = /^[0-9A-Za-z]{22}$/

/** Writes the body of an id and answers its kind. */
export function writeIdBody(body: string, to: ByteWriter): number {
  if (body.length === 36 && UUID.test(body)) {
    to.reserve(16)
    to.length += to.buffer.write(body.replaceAll('-', ''), to.length, 'hex')
    return ID_KINDS.uuid
  }
  if (body.length === 22 && BASE62.test(body)) {
    const limbs = parseBase62(body)
    if (limbs) {
      for (const limb of limbs) to.u32(limb)
      return ID_KINDS.base62
    }
  }
  if (body.length <= 15 && NUMBER.test(body)) {
    to.varint(Number(body))
    return ID_KINDS.number
  }
  to.lengthAndText(body)
  return ID_KINDS.text
}

export function readIdBody(kind: number, from: ByteReader): string {
  switch (kind) {
    case ID_KINDS.uuid: {
      const start = from.skip(16)
      const hex = from.bytes.toString('hex', start, start + 16)
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    }
    case ID_KINDS.base62:
      return printBase62([from.u32(), from.u32(), from.u32(), from.u32()])
    case ID_KINDS.number:
      return String(from.varint())
    default:
      return from.lengthAndText()
  }
}

type Limbs = [number, number, number, number]

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const VALUE = new Uint8Array(128)
for (let digit = 0; digit < 62; digit++) VALUE[DIGITS.charCodeAt(digit)] = digit
const digitAt = (text: string, at: number) => VALUE[text.charCodeAt(at)] ?? 0

/** Four 32-bit limbs, low first; nothing when the number needs more than 128 bits. */
function parseBase62(text: string): Limbs | undefined {
  const limbs: Limbs = [digitAt(text, 0), 0, 0, 0]
  // Three digits a step: 2^32 · 62^3 stays below 2^53.
  for (let at = 1; at < 22; at += 3) {
    let carry = (digitAt(text, at) * 62 + digitAt(text, at + 1)) * 62 + digitAt(text, at + 2)
    for (let limb = 0; limb < 4; limb++) {
      const value = (limbs[limb] ?? 0) * 238_328 + carry
      carry = Math.floor(value / 2 ** 32)
      limbs[limb] = value - carry * 2 ** 32
    }
    if (carry > 0) return undefined
  }
  return limbs
}

/** All pairs of digits, so that a step prints its three with two look-ups. */
const PAIRS = Array.from(
  { length: 3844 },
  (_, pair) => DIGITS.charAt(pair / 62) + DIGITS.charAt(pair % 62),
)

function printBase62(limbs: Limbs): string {
  let [low, second, third, high] = limbs
  let text = ''
  for (let step = 0; step < 8; step++) {
    // Long division by 62^3, from the highest limb down; `rest` passes from one to the next.
    let value = high
    high = Math.floor(value / 238_328)
    value = (value - high * 238_328) * 2 ** 32 + third
    third = Math.floor(value / 238_328)
    value = (value - third * 238_328) * 2 ** 32 + second
    second = Math.floor(value / 238_328)
    value = (value - second * 238_328) * 2 ** 32 + low
    low = Math.floor(value / 238_328)
    const rest = value - low * 238_328
    const first = Math.floor(rest / 3844)
    text = DIGITS.charAt(first) + PAIRS[rest - first * 3844] + text
  }
  return text.slice(2)
}
