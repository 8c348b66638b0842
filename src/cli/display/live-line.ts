import { displayWidth } from '../../report/terminal/width.ts'

/** A terminal to draw on: standard error, but in tests. */
export interface Screen {
  readonly columns?: number
  write(text: string): unknown
  on(event: 'resize', listener: () => void): unknown
  off(event: 'resize', listener: () => void): unknown
}

/** Between two drawings: quicker than the eye. */
const MIN_GAP_MS = 100
const USUAL_COLUMNS = 80

/** The last line of a terminal, drawn anew in its place, whatever width the terminal has by then. */
export class LiveLine {
  readonly #screen: Screen
  readonly #render: (columns: number) => string
  #shown = ''
  #drawnAt = Number.NEGATIVE_INFINITY
  #later: NodeJS.Timeout | undefined

  /** `render` gives a line of less than so many columns. */
  constructor(render: (columns: number) => string, screen: Screen = process.stderr) {
    this.#screen = screen
    this.#render = render
    screen.on('resize', this.#draw)
  }

  /** Draws what `render` gives, soon. */
  update(): void {
    if (this.#later) return
    const waitMs = this.#drawnAt + MIN_GAP_MS - performance.now()
    if (waitMs <= 0) this.#draw()
    else this.#later = setTimeout(this.#draw, waitMs).unref()
  }

  /** Prints lines that stay, above this one. */
  printAbove(lines: string): void {
    this.#screen.write(`${this.#erasing}${lines}\n`)
    this.#shown = ''
    this.#draw()
  }

  /** Takes the line away, and draws no more. */
  stop(): void {
    clearTimeout(this.#later)
    this.#screen.off('resize', this.#draw)
    if (this.#shown !== '') this.#screen.write(this.#erasing)
    this.#shown = ''
  }

  get #columns(): number {
    return this.#screen.columns || USUAL_COLUMNS
  }

  /**
   * A terminal that was made narrower shows the line on several rows: each is erased for itself, since some terminals
   * keep what is erased to the end of the screen.
   */
  get #erasing(): string {
    const rows = Math.max(1, Math.ceil(displayWidth(this.#shown) / this.#columns))
    return Array.from({ length: rows }, () => '\r\u001b[K').join('\u001b[A')
  }

  readonly #draw = () => {
    clearTimeout(this.#later)
    this.#later = undefined
    this.#drawnAt = performance.now()
    const line = this.#render(this.#columns)
    this.#screen.write(this.#erasing + line)
    this.#shown = line
  }
}
