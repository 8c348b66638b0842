/**
 * An ISRC (ISO 3901) as a number below 2^48, six bytes. Two country letters, three characters, seven
 * digits make 3.2e14 codes, a little more than 2^48: the alphabet of the first letter is turned so
 * that the codes left over begin with V, W or X; those, and what is no ISRC at all, are kept as text.
 */
const SHAPE = /^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$/
const FIRST = 'YZABCDEFGHIJKLMNOPQRSTUVWX'
const SECOND = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ISSUER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function packIsrc(isrc: string): number | undefined {
  if (isrc.length !== 12 || !SHAPE.test(isrc)) return undefined
  let code = FIRST.indexOf(isrc.charAt(0)) * 26 + SECOND.indexOf(isrc.charAt(1))
  for (let at = 2; at < 5; at++) code = code * 36 + ISSUER.indexOf(isrc.charAt(at))
  const packed = code * 1e7 + Number(isrc.slice(5))
  return packed < 2 ** 48 ? packed : undefined
}

export function unpackIsrc(packed: number): string {
  const digits = String(packed % 1e7).padStart(7, '0')
  let code = Math.floor(packed / 1e7)
  let issuer = ''
  for (let at = 0; at < 3; at++) {
    issuer = `${ISSUER.charAt(code % 36)}${issuer}`
    code = Math.floor(code / 36)
  }
  return `${FIRST.charAt(Math.floor(code / 26))}${SECOND.charAt(code % 26)}${issuer}${digits}`
}
