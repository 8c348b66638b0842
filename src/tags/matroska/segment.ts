import type { ByteSource } from '../read/file-bytes.ts'
import {
  type EbmlList,
  type EbmlPlace,
  listsIn,
  numberIn,
  readElementHeader,
  readList,
} from './ebml.ts'
import { elements } from './elements.ts'

/** What stands beside the sound, each list as often as the file has it. */
export interface Segment {
  readonly EBML: readonly EbmlList[]
  readonly Info: readonly EbmlList[]
  readonly Tracks: readonly EbmlList[]
  readonly Tags: readonly EbmlList[]
  readonly Attachments: readonly EbmlList[]
}

/** Of a file whose index does not say where its tags are, so many elements are passed over. */
const MAX_ELEMENTS = 100_000

/**
 * The lists before the first cluster of sound, and those that the file's index (`SeekHead`) places behind it. Where
 * it places no tags, the clusters are passed over one by one.
 */
export async function readSegment(file: ByteSource, skip: ReadonlySet<string>): Promise<Segment> {
  const found = { EBML: [], Info: [], Tracks: [], Tags: [], Attachments: [] } as Lists
  const index = new SeekIndex()
  let [at, base] = [0, 0]
  for (let count = 0; count < MAX_ELEMENTS && at < file.size; count++) {
    const place = await readElementHeader(file, at, file.size)
    if (!place) break
    if (place.name === 'Cluster') {
      for (const position of index.rest()) {
        const other = await readElementHeader(file, position, file.size)
        if (other) await take(file, other, { found, index, base, skip })
      }
      if (found.Tags.length > 0) break
    } else if (!index.isDone(at)) await take(file, place, { found, index, base, skip })
    index.finish(at)
    if (place.name === 'Segment') base = place.start
    // Where its end is not known, what an element holds follows as if beside it.
    at = place.name === 'Segment' || place.isEndless ? place.start : place.end
  }
  return found
}

type Lists = { readonly [name in keyof Segment]: EbmlList[] }

interface Walk {
  readonly found: Lists
  readonly index: SeekIndex
  readonly base: number
  readonly skip: ReadonlySet<string>
}

async function take(file: ByteSource, place: EbmlPlace, { found, index, base, skip }: Walk) {
  if (place.name === 'SeekHead') return index.add(await readList(file, place), base)
  const lists =
    place.name !== undefined && place.name in found ? found[place.name as keyof Lists] : undefined
  lists?.push(await readList(file, place, skip))
}

/** Where the file says that its lists stand; one index may name another. */
class SeekIndex {
  readonly #positions: number[] = []
  readonly #done = new Set<number>()

  add(list: EbmlList, base: number) {
    for (const seek of listsIn(list, 'Seek')) {
      const [id, position] = [numberIn(seek, 'SeekID'), numberIn(seek, 'SeekPosition')]
      const name = elements.get(id ?? 0)?.name
      if (name !== undefined && name !== 'Cluster' && position !== undefined)
        this.#positions.push(base + position)
    }
  }

  isDone = (position: number) => this.#done.has(position)

  finish(position: number) {
    this.#done.add(position)
  }

  /** Those that were not read yet, and what is added meanwhile. */
  *rest() {
    for (let i = 0; i < this.#positions.length; i++) {
      const position = this.#positions[i] ?? 0
      if (this.#done.has(position)) continue
      this.#done.add(position)
      yield position
    }
  }
}
