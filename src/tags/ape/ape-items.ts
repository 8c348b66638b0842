/**
 * An item of an APEv2 tag: https://wiki.hydrogenaudio.org/index.php?title=APE_Tag_Item. Its name is read in any case;
 * its value is text in UTF-8 with NUL between several, bytes, or the address of something elsewhere.
 */
export interface ApeItem {
  readonly name: string
  readonly kind: 'text' | 'binary' | 'locator'
  readonly value: Uint8Array
}

/** Header and footer: https://wiki.hydrogenaudio.org/index.php?title=Ape_Tags_Header */
const layout = { mark: 'APETAGEX', version: 8, size: 12, items: 16, flags: 20, bytes: 32 } as const
export const APE_FOOTER_BYTES = layout.bytes

export interface ApeFooter {
  /** Of the items and the footer. */
  readonly size: number
  readonly items: number
  readonly hasHeader: boolean
  readonly isHeader: boolean
  /** 1 for APEv1, whose texts are in no encoding that is said. */
  readonly version: 1 | 2
}

/** The header or footer in these 32 bytes, where there is one. */
export function readApeFooter(bytes: Buffer): ApeFooter | undefined {
  if (bytes.length < layout.bytes || bytes.toString('latin1', 0, 8) !== layout.mark)
    return undefined
  const version = bytes.readUInt32LE(layout.version) === 1000 ? 1 : 2
  const flags = version === 1 ? 0 : bytes.readUInt32LE(layout.flags)
  return {
    size: bytes.readUInt32LE(layout.size),
    items: bytes.readUInt32LE(layout.items),
    hasHeader: flags >>> 31 === 1,
    isHeader: ((flags >>> 29) & 1) === 1,
    version,
  }
}

const kinds = ['text', 'binary', 'locator'] as const
/** Names have 2 to 255 letters of ASCII. */
const NAME = /^[ -~]{1,255}$/

/** The items in these bytes, up to the first that is damaged. */
export function readApeItems(bytes: Buffer, count: number): ApeItem[] {
  const items: ApeItem[] = []
  for (let at = 0; items.length < count && at + 8 < bytes.length; ) {
    const size = bytes.readUInt32LE(at)
    const kind = kinds[(bytes.readUInt32LE(at + 4) >>> 1) & 3]
    const end = bytes.indexOf(0, at + 8)
    const name = bytes.toString('latin1', at + 8, end)
    if (end < 0 || !NAME.test(name) || end + 1 + size > bytes.length) break
    const value = bytes.subarray(end + 1, end + 1 + size)
    items.push({ name, kind: kind ?? 'text', value })
    at = end + 1 + size
  }
  return items
}
