import type { Playlist } from '../model/playlist.ts'
import { UserError } from '../words/user-error.ts'
import { formats } from './all.ts'
import type { FormatInput, PlaylistFormat, TogetherRead } from './format.ts'
import { compareRecords } from './records.ts'

function toldOf(together: TogetherRead, inputs: readonly FormatInput[]): readonly Playlist[] {
  const playlists = together.read(inputs)
  const notes = compareRecords(playlists, together.count(inputs))
  return playlists.map((each, at) =>
    at === 0 ? { ...each, notes: [...notes, ...each.notes] } : each,
  )
}

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
        if (together) yield toldOf(together, inputs)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        yield error
      }
    }
  }
}
