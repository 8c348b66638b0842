import { type Reason, reason } from '../../../model/reason.ts'
import type { CsvRecord } from './csv.ts'

/** What the records of a table say by their shape, apart from what is made of them: it is told where it is odd. */
export class OddRows {
  readonly #width: number
  #uneven = 0
  #firstUneven = 0
  #joined: { readonly line: number; readonly lines: number }[] = []

  constructor(width: number) {
    this.#width = width
  }

  see({ cells, line, lines }: CsvRecord): void {
    if (lines > MOST_LINES) this.#joined.push({ line, lines })
    const more = cells.slice(this.#width).some((cell) => cell.trim() !== '')
    if (!more) return
    this.#uneven++
    this.#firstUneven ||= line
  }

  notes(): readonly Reason[] {
    const [first] = this.#joined
    return [
      ...(first
        ? [reason('playlist.lines-in-one-row', { rows: this.#joined.length, ...first })]
        : []),
      ...(this.#uneven > 0
        ? [
            reason('playlist.rows-uneven', {
              rows: this.#uneven,
              line: this.#firstUneven,
              cells: this.#width,
            }),
          ]
        : []),
    ]
  }
}

/** A cell of more lines is hardly a name: a quote may have been left open. */
const MOST_LINES = 4
