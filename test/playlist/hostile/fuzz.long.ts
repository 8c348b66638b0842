import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../../src/playlist/all.ts'
import type { FormatInput, PlaylistFormat } from '../../../src/playlist/format.ts'
import { damaged, makeInput, rearranged } from '../../contract/damage.ts'
import { fixtures, readTolerantly } from '../../contract/format.ts'
import { anyJson } from '../../support/any-json.ts'
import { codePoint } from '../../support/code-point.ts'
import { replaceValue } from '../../support/replace-value.ts'
import { sizeOf } from '../../support/size.ts'

const CASES = Number(process.env.SONGKEEP_FUZZ_RUNS ?? sizeOf(4_000, 10_000))
const SEED = Number(process.env.SONGKEEP_FUZZ_SEED ?? Date.now() % 2 ** 31)
/** Not a measurement: a reader that looks for something by the square of its input is far beyond. */
const HANGS_MS = 2000

describe(`every reader, ${CASES} cases; again with SONGKEEP_FUZZ_SEED=${SEED}`, () => {
  test.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
    const own = fixtures.flatMap((each) => (each.format === name ? [each.input] : []))
    const all = fixtures.map(({ input }) => input)
    let slowest = 0
    let cases = 0
    const check = (input: FormatInput) => {
      cases++
      slowest = Math.max(slowest, timeReading(format, input))
    }
    const input = fc.oneof(
      { weight: 4, arbitrary: damaged(own) },
      { weight: 4, arbitrary: rearranged(own) },
      { weight: 1, arbitrary: rearranged(all) },
      { weight: 1, arbitrary: noise(own) },
      ...values(own),
    )
    fc.assert(fc.property(input, check), { numRuns: CASES, seed: SEED })
    process.stdout.write(`${name}: ${cases} cases, the slowest ${slowest.toFixed(0)} ms\n`)
    expect(cases).toBeGreaterThanOrEqual(CASES)
    expect(slowest, 'a reader hangs').toBeLessThan(HANGS_MS)
  })
})

/** Milliseconds. What hangs takes as long each time; what a busy machine held up does not. */
function timeReading(format: PlaylistFormat, input: FormatInput): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && least >= HANGS_MS; tries++) {
    const start = performance.now()
    readTolerantly(format, input)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

const noise = (samples: readonly FormatInput[]) =>
  fc
    .tuple(
      fc.constantFrom(...samples.map(({ name }) => name)),
      fc.oneof(
        fc.uint8Array({ maxLength: 2000 }),
        fc.string({ unit: codePoint, maxLength: 500 }).map((text) => Buffer.from(text)),
      ),
    )
    .map(([name, bytes]) => makeInput(name, bytes))

/** JSON whose values are of another type, where a format is JSON. */
function values(samples: readonly FormatInput[]) {
  const json = samples.filter(({ name }) => /\.js(?:on|pf)$/.test(name))
  if (json.length === 0) return []
  const arbitrary = fc
    .tuple(fc.constantFrom(...json), fc.nat(), anyJson())
    .map(([{ name, text }, place, value]) =>
      makeInput(name, Buffer.from(JSON.stringify(replaceValue(JSON.parse(text), place, value)))),
    )
  return [{ weight: 3, arbitrary }]
}
