import { expect, test } from 'vitest'
import { BoundedLines } from '../../../src/cli/display/bounded-lines.ts'
import { en } from '../../../src/words/en/index.ts'

function print(lines: readonly string[], isTTY: boolean, verbose = false): readonly string[] {
  let text = ''
  const write = (more: string) => {
    text += more
  }
  const output = { isTTY, rows: 24, columns: 40, write }
  const bounded = new BoundedLines({ words: en, verbose, reserved: 4, output })
  for (const line of lines) bounded.print(line)
  bounded.end()
  return text.trimEnd().split('\n')
}

const many = Array.from({ length: 3000 }, (_, at) => `Damaged: song ${at}.mp3`)

test('a terminal gets what leaves the end on its screen, and is told how much more there is', () => {
  const lines = print(many, true)
  expect(lines.length + 4).toBeLessThan(24)
  expect(lines.at(-1)).toBe(en.terminal.leftOut(3000 - (lines.length - 1)))
})

test('a line that takes several rows counts as so many', () => {
  const lines = print(
    many.map((line) => `${line} ${'海'.repeat(40)}`),
    true,
  )
  expect(lines.length).toBeLessThan(8)
})

test('with --verbose, and where it is no terminal, all of it is printed', () => {
  expect(print(many, true, true)).toEqual(many)
  expect(print(many, false)).toEqual(many)
})

test('nothing is said of what was not left out', () => {
  expect(print(many.slice(0, 3), true)).toEqual(many.slice(0, 3))
})
