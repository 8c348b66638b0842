/**
 * Text of bytes nobody describes: UTF-8 where it is valid, UTF-16 by its mark, what an XML declaration
 * names, else Windows-1252, in which every byte means something. The byte order mark is taken off.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return decodeUtf8(bytes) ?? decodeDeclared(bytes) ?? decodeLatin(bytes)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const whole = decodeStrict(bytes, 'utf-8')
  if (whole !== undefined) return whole
  // A file that was cut ends within a character; but when that is the only one, it is another encoding's.
  const cut = decodeStrict(bytes, 'utf-8', true)
  return cut !== undefined && /[^\0-\x7f]/.test(cut) ? cut : undefined
}

function decodeStrict(bytes: Uint8Array, encoding: string, cut = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return undefined
  }
}

function decodeDeclared(bytes: Uint8Array): string | undefined {
  const head = decodeLatin(bytes.subarray(0, 200))
  const encoding = /^<\?xml[^>]*\sencoding=["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  return encoding && !/^utf-?8$/i.test(encoding) ? decodeStrict(bytes, encoding) : undefined
}

const decodeLatin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)

/** True for what is no text in any encoding: a NUL outside UTF-16, or many control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return false
  const head = bytes.subarray(0, 4096)
  let control = 0
  for (const byte of head) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) control++
  return control > head.length / 20
}
