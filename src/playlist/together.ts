import type { Playlist } from '../model/playlist.ts'
import { UserError } from '../words/user-error.ts'
import { formats } from './all.ts'
import type { FormatInput, PlaylistFormat } from './format.ts'

/** Files of one export that only together say it all, kept until all inputs were opened. */
export class TogetherFiles {
  readonly #inputs = new Map<PlaylistFormat, FormatInput[]>()

  /** False for a file that stands for itself. */
  add(input: FormatInput): boolean {
    const format = formats.find(({ together }) => together?.includes(input))
    if (!format) return false
    const inputs = this.#inputs.get(format) ?? []
    inputs.push(input)
    this.#inputs.set(format, inputs)
    return true
  }

  /** What each export holds, or why it cannot be read. */
  *read(): Generator<readonly Playlist[] | UserError> {
    for (const [{ together }, inputs] of this.#inputs) {
      try {
        yield together?.read(inputs) ?? []
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        yield error
      }
    }
  }
}
