import { describe, expect, it, test } from 'vitest'
import { LiveLine, type Screen } from '../../../src/cli/display/live-line.ts'
import { progressLine } from '../../../src/cli/display/progress-line.ts'
import { displayWidth } from '../../../src/report/terminal/width.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'

const names = [
  'Mira Salt – Paper Boats',
  '宇多田ヒカル – 光と影のあいだに降る雨の音を聴いていた',
  'x'.repeat(300),
  '👩‍👩‍👧 – 🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵',
  'line\nbreak\tand \u001b[31mred',
]
const minutes = (count: number) => count * 60_000

describe.each([20, 40, 80, 200])('on %i columns', (columns) => {
  it.each([en, de])('no line is as long, whatever it is about', (words) => {
    for (const name of names)
      for (const label of [undefined, words.progress.parts.library])
        for (const remainingMs of [undefined, 20_000, minutes(7), minutes(645)])
          for (const [done, total] of [
            [0, 0],
            [3, 40],
            [9_999, 10_000],
          ] as const) {
            const line = progressLine({ label, name, done, total, remainingMs }, columns, words)
            expect(displayWidth(line)).toBeLessThan(columns)
            expect([words.units.count(done), ' %'].some((part) => line.includes(part))).toBe(true)
            expect(line).not.toMatch(/\p{Cc}/u)
          }
  })
})

test.each([
  [20, '12/345  4 min'],
  [40, '░░░░░░  12/345  about 4 min left'],
  [80, '█░░░░░░░░░░░░░░░░░░░░░░░  12/345  about 4 min left  Mira Salt – Paper Boats'],
])('%i columns show what they have room for', (columns, line) => {
  const name = names[0] as string
  const shown = { done: 12, total: 345, remainingMs: minutes(4), name }
  expect(progressLine(shown, columns, en)).toBe(line)
})

/** A terminal that wraps: what is on it, row by row. */
class Terminal implements Screen {
  columns = 80
  rows = ['']
  #onResize = () => {}

  write(text: string) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a terminal is sent
    for (const [piece] of text.matchAll(/\u001b\[[AK]|\r|\n|[^\u001b\r\n]+/g)) this.#take(piece)
  }

  resize(columns: number) {
    const wrapped = this.rows.flatMap(
      (row) => row.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [''],
    )
    this.columns = columns
    this.rows = wrapped
    this.#onResize()
  }

  on(_: 'resize', listener: () => void) {
    this.#onResize = listener
  }

  off() {
    this.#onResize = () => {}
  }

  #take(piece: string) {
    if (piece === '\n') this.rows.push('')
    else if (piece === '\u001b[A') this.rows.pop()
    else if (piece === '\u001b[K') this.rows.splice(-1, 1, '')
    else if (piece !== '\r') this.rows.splice(-1, 1, (this.rows.at(-1) ?? '') + piece)
  }
}

describe('the line on a terminal', () => {
  const shown = { done: 12, total: 345, remainingMs: minutes(4), name: 'Mira Salt – Paper Boats' }
  const open = () => {
    const terminal = new Terminal()
    const line = new LiveLine((columns) => progressLine(shown, columns, en), terminal)
    line.update()
    return { terminal, line }
  }

  it('fits again when the terminal is made narrower or wider, and leaves nothing behind', () => {
    const { terminal, line } = open()
    for (const columns of [40, 20, 200, 31]) {
      terminal.resize(columns)
      expect(terminal.rows).toEqual([progressLine(shown, columns, en)])
    }
    line.stop()
    expect(terminal.rows).toEqual([''])
  })

  it('stays below what is printed meanwhile', () => {
    const { terminal, line } = open()
    line.printAbove('The archive is asked no more.')
    expect(terminal.rows).toEqual(['The archive is asked no more.', progressLine(shown, 80, en)])
    line.stop()
    expect(terminal.rows).toEqual(['The archive is asked no more.', ''])
  })
})
