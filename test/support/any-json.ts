import fc from 'fast-check'

/** Any JSON, and often what trips a reader that takes a value for a text or a number. */
export const anyJson = (constraints?: fc.JsonSharedConstraints): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: fc.jsonValue(constraints) }, fc.constantFrom(...HOSTILE))

/** Parsed, not written down: a `__proto__` of JSON is a field like any other. */
const HOSTILE: readonly unknown[] = [
  '{ "toString": {}, "valueOf": 1 }',
  '[{ "toString": 1 }]',
  '{ "length": 4294967296, "0": 1 }',
  '{ "__proto__": { "length": 3 }, "constructor": null, "hasOwnProperty": 1, "then": 1 }',
  '{ "toJSON": 1 }',
  '-1',
  '1e400',
  '-0',
].map((text) => JSON.parse(text))
