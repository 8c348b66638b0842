import { expect, test } from 'vitest'
import { readDuration, readDurationMs } from '../../../src/source/online/duration.ts'

test.each([
  ['148.97', 148_970],
  [148.97, 148_970],
  [144, 144_000],
  ['02:28', 148_000],
  ['5:46', 346_000],
  ['1:02:03', 3_723_000],
  ['61:05', 3_665_000],
  ['0:01.5', 1500],
  ['PT2M28S', 148_000],
  ['PT1H2M3.5S', 3_723_500],
  ['P0DT4M', 240_000],
  [['02:28', '148.97'], 148_000],
  // No length, or none that can be right.
  [0, undefined],
  ['0', undefined],
  ['-3', undefined],
  ['', undefined],
  ['P', undefined],
  ['live', undefined],
  ['2:99', undefined],
  ['1e9', undefined],
  [Number.NaN, undefined],
  [1e12, undefined],
  [{ valueOf: 1 }, undefined],
  [null, undefined],
  ['9'.repeat(100_000), undefined],
] as const)('%j is %j milliseconds', (value, expected) => {
  expect(readDuration(value)).toBe(expected)
})

test.each([
  [201_500, 201_500],
  ['201500.4', 201_500],
  [0, undefined],
  ['3:21', undefined],
  [1e15, undefined],
] as const)('counted in milliseconds, %j is %j', (value, expected) => {
  expect(readDurationMs(value)).toBe(expected)
})
