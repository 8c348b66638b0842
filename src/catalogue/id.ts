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
    const hex = body.replaceAll('-', '')
    for (let at = 0; at < 32; at += 8) to.u32(Number.parseInt(hex.slice(at, at + 8), 16))
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
      let hex = ''
      for (let limb = 0; limb < 4; limb++) hex += from.u32().toString(16).padStart(8, '0')
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

function printBase62(limbs: Limbs): string {
  let text = ''
  for (let step = 0; step < 8; step++) {
    let rest = 0
    for (let limb = 3; limb >= 0; limb--) {
      const value = rest * 2 ** 32 + (limbs[limb] ?? 0)
      limbs[limb] = Math.floor(value / 238_328)
      rest = value % 238_328
    }
    const [first, second, third] = [Math.floor(rest / 3844), Math.floor(rest / 62) % 62, rest % 62]
    text = `${DIGITS[first]}${DIGITS[second]}${DIGITS[third]}${text}`
  }
  return text.slice(2)
}
