/**
 * Which end of UTF-16 comes first in bytes without its mark: ASCII's spaces, digits and line ends have an empty
 * byte on one side, always the same. Nothing where it is no UTF-16.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, LOOKED_AT)
  const empty = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) empty[at & 1] = (empty[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = empty
  // Text of any script has a space, a digit or a line end in every forty characters.
  if (even + odd < Math.max(2, head.length / 80) || Math.min(even, odd) > (even + odd) / 4)
    return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length & ~1))
  return isText(text) ? encoding : undefined
}

const LOOKED_AT = 8 * 1024

function isText(text: string): boolean {
  const odd = text.match(/[^\P{Cc}\s]|[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0
  return odd <= text.length / 100
}
