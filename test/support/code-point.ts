import fc from 'fast-check'

const SURROGATES = { first: 0xd800, count: 0x800 }

/**
 * Any code point: what `unit: 'binary'` of fast-check means, without the table of all of them that it draws up
 * first. That takes a second in each process.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES.count })
  .map(
    (number) =>
      String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count),
    numberOf,
  )

/** The way back, by which fast-check makes texts of its own and smaller ones; it throws for what is no code point. */
function numberOf(text: unknown): number {
  const code = typeof text === 'string' ? text.codePointAt(0) : undefined
  if (code === undefined || String.fromCodePoint(code) !== text || !text.isWellFormed())
    throw new TypeError('no code point')
  return code < SURROGATES.first ? code : code - SURROGATES.count
}
