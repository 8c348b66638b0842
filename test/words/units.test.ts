import { describe, expect, it } from 'vitest'
import { en } from '../../src/words/en/index.ts'

const { bytes, duration, probability, span, time, weight } = en.units

describe('units', () => {
  it.each([
    [0, '0:00'],
    [59_600, '1:00'],
    [187_400, '3:07'],
    [3_723_000, '1:02:03'],
  ])('duration %i', (ms, text) => expect(duration(ms)).toBe(text))

  it.each([
    [400, '0 s'],
    [89_000, '89 s'],
    [90_000, '2 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
  ])('span %i', (ms, text) => expect(span(ms)).toBe(text))

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [5_214_331, '5.2 MB'],
    [99_960_000, '100 MB'],
    [999_900_000, '1.0 GB'],
  ])('bytes %i', (size, text) => expect(bytes(size)).toBe(text))

  it.each([
    [1, 'over 99.9 %'],
    [0.9989, '99.8 %'],
    [0.55, '55 %'],
    [0, 'under 1 %'],
  ])('probability %f is never certain', (p, text) => expect(probability(p)).toBe(text))

  it.each([
    [9.21, '+9.2'],
    [-3, '−3.0'],
    [-0.04, '0.0'],
  ])('weight %f', (bits, text) => expect(weight(bits)).toBe(text))

  it('gives a time in UTC, and what is none as it is', () => {
    expect(time('2026-11-21T06:43:12.000Z')).toBe('21 November 2026, 06:43 UTC')
    expect(time('yesterday')).toBe('yesterday')
  })
})
