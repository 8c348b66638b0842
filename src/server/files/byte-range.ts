export interface ByteRange {
  readonly start: number
  /** The last byte, inclusive. */
  readonly end: number
}

/**
 * The one range of a `Range` header (RFC 9110, 14). Undefined where the whole is to be sent: there is none, it
 * is in no form that we know, or there are several. `none` where it lies outside.
 */
export function readRange(
  header: string | undefined,
  bytes: number,
): ByteRange | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') {
    const count = Math.min(Number(to), bytes)
    return count === 0 ? 'none' : { start: bytes - count, end: bytes - 1 }
  }
  const start = Number(from)
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (to !== '' && Number(to) < start) return undefined
  return start >= bytes ? 'none' : { start, end }
}
