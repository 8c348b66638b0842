import { expect } from 'vitest'

/** A name as a person would write it: in one line, with nothing hidden in it, and not endless. */
export function expectClean(name: string): void {
  expect(name).toBe(name.normalize('NFC').trim())
  expect(name).not.toBe('')
  expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  expect(name.isWellFormed()).toBe(true)
  expect(name.length).toBeLessThanOrEqual(5000)
}
