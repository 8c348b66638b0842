import fc from 'fast-check'
import type { FormatInput } from '../../src/playlist/format.ts'
import { decodeText } from '../../src/playlist/input/decode.ts'

export const makeInput = (name: string, bytes: Uint8Array): FormatInput => ({
  name,
  bytes,
  text: decodeText(bytes).text,
})

/** A sample that was cut, overwritten, repeated in part, or filled with what readers trip over. */
export function damaged(samples: readonly FormatInput[]): fc.Arbitrary<FormatInput> {
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const filling = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom(
        '"',
        '"""',
        '\\',
        ',,,,',
        '\n',
        '\r',
        '\0',
        '<',
        ']]>',
        '&#0;',
        '[[[[',
        '{}',
        'null',
      )
      .map((text) => Buffer.from(text)),
    fc
      .constantFrom('\u202e', '\ufeff', '\u0301', '-1e999', '__proto__', '<!ENTITY a "b">')
      .map((text) => Buffer.from(text)),
  )
  const change = fc.record({ from: place, length: place, filling, repeat: fc.boolean() })
  return fc
    .record({
      sample: fc.constantFrom(...samples),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      keep: place,
    })
    .map(({ sample, changes, keep }) => {
      let bytes: Uint8Array = sample.bytes
      for (const { from, length, filling: fill, repeat } of changes) {
        const start = Math.floor(from * bytes.length)
        const end = start + Math.floor(length * length * length * (bytes.length - start))
        const middle = repeat ? [bytes.subarray(start, end), fill] : [fill]
        bytes = Buffer.concat([
          bytes.subarray(0, repeat ? end : start),
          ...middle,
          bytes.subarray(end),
        ])
      }
      return makeInput(
        sample.name,
        keep < 0.3 ? bytes.subarray(0, Math.floor((keep / 0.3) * bytes.length)) : bytes,
      )
    })
}

// What parts a text into lines, cells, elements and values, kept as pieces of their own.
const PARTS = /(\r?\n|[,;\t|:]|<[^<>]{0,200}>|[{}[\]])/

/** A sample whose own pieces (lines, cells, elements, values) were dropped, doubled, swapped or taken from another. */
export function rearranged(samples: readonly FormatInput[]): fc.Arbitrary<FormatInput> {
  const change = fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'borrow', 'blank', 'many'),
    from: fc.nat(),
    to: fc.nat(),
  })
  return fc
    .record({
      sample: fc.constantFrom(...samples),
      other: fc.constantFrom(...samples),
      changes: fc.array(change, { minLength: 1, maxLength: 8 }),
    })
    .map(({ sample, other, changes }) => {
      let pieces = sample.text.split(PARTS)
      const lent = other.text.split(PARTS)
      for (const { kind, from, to } of changes) {
        const [at, second] = [from % pieces.length, to % pieces.length]
        const piece = pieces[at] ?? ''
        if (kind === 'drop') pieces = pieces.toSpliced(at, 1 + (to % 5))
        else if (kind === 'double') pieces = pieces.toSpliced(second, 0, piece)
        else if (kind === 'swap') pieces = pieces.with(at, pieces[second] ?? '').with(second, piece)
        else if (kind === 'borrow') pieces = pieces.toSpliced(at, 0, lent[to % lent.length] ?? '')
        else if (kind === 'blank') pieces = pieces.with(at, '')
        else
          pieces = pieces.with(
            at,
            piece.repeat(Math.min(1 + (to % 2000), Math.ceil(1e5 / (piece.length + 1)))),
          )
        if (pieces.length === 0) pieces = ['']
      }
      return makeInput(sample.name, Buffer.from(pieces.join('')))
    })
}
