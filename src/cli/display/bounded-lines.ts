import { displayWidth } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { screenSize } from './screen-size.ts'

interface Output {
  readonly isTTY?: boolean
  readonly rows?: number
  readonly columns?: number
  write(text: string): unknown
}

interface BoundedOptions {
  readonly words: Words
  readonly verbose: boolean
  /** Lines that follow, and have to stay on the screen too. */
  readonly reserved: number
  readonly output?: Output
}

/**
 * Lines on a terminal, as many as leave the end of the output on its screen; how many are left out is told. What goes
 * to a file or another program is given whole: nothing scrolls away there, and it is stored nowhere else.
 */
export class BoundedLines {
  readonly #options: BoundedOptions
  readonly #output: Output
  #room: number
  #leftOut = 0

  constructor(options: BoundedOptions) {
    const { output = process.stdout, verbose, reserved } = options
    this.#options = options
    this.#output = output
    const isBounded = output.isTTY === true && !verbose
    this.#room = isBounded ? Math.max(3, screenSize(output).height - reserved - 1) : Infinity
  }

  /** A line in which nothing foreign is left that a terminal would obey. */
  print(line: string): void {
    const rows = Math.max(1, Math.ceil(displayWidth(line) / screenSize(this.#output).width))
    // Once one was left out, a shorter one does not take its place.
    if (rows > this.#room || this.#leftOut > 0) this.#leftOut++
    else {
      this.#room -= rows
      this.#output.write(`${line}\n`)
    }
  }

  /** Says how many were left out. */
  end(): void {
    const { words } = this.#options
    if (this.#leftOut > 0) this.#output.write(`${words.terminal.leftOut(this.#leftOut)}\n`)
    this.#leftOut = 0
  }
}
