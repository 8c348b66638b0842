import { low32, topByte } from '../../format/hash.ts'
import { NAME_FLAGS, NO_NUMBER, writeHolder } from '../../format/names.ts'
import type { Scatter } from '../scatter.ts'
import type { SegmentWriter } from '../segment-writer.ts'
import { sortOrder } from '../sort.ts'
import { NAME_ROW } from './gather-names.ts'

/** Puts the names of each artist together, and deals out who is known by them. */
export class ArtistNameWriter {
  readonly #out: SegmentWriter
  /** u32 low hash of a name · u32 holder. */
  readonly #holders: Scatter
  /** With more names than one. */
  artists = 0
  names = 0

  constructor(out: SegmentWriter, holders: Scatter) {
    this.#out = out
    this.#holders = holders
  }

  /** Sorts and writes one partition's rows. */
  writePartition(rows: Buffer): void {
    const ids = new Uint32Array(rows.length / NAME_ROW.bytes)
    for (let row = 0; row < ids.length; row++)
      ids[row] = rows.readUInt32LE(row * NAME_ROW.bytes + NAME_ROW.id)
    const order = sortOrder(ids)
    for (let from = 0; from < order.length; ) {
      const id = ids[order[from] as number]
      let to = from + 1
      while (to < order.length && ids[order[to] as number] === id) to++
      for (const group of groupById(rows, order.subarray(from, to))) this.#writeArtist(rows, group)
      from = to
    }
  }

  #writeArtist(rows: Buffer, group: readonly number[]): void {
    // The main name stays the first one; a name that is also that of a project is a name.
    const names = new Map<number, boolean>()
    for (const at of group) {
      const isProject = rows[at + NAME_ROW.isProject] === 1
      const hash = readHash(rows, at + NAME_ROW.name)
      names.set(hash, isProject && names.get(hash) !== false)
    }
    const list = rows[(group[0] ?? 0) + NAME_ROW.list] ?? 0
    const isAlone = names.size < 2
    const number = isAlone ? NO_NUMBER : this.names
    let left = names.size
    for (const [hash, isProject] of names) {
      const row = this.#holders.writer(topByte(hash))
      row.u32(low32(hash))
      row.u32(writeHolder(number, list, isProject))
      this.#holders.added(8)
      if (isAlone) return
      const { out } = this.#out
      out.u40(hash)
      out.u8((isProject ? NAME_FLAGS.isProject : 0) | (--left === 0 ? NAME_FLAGS.isLast : 0))
      this.#out.wrote()
    }
    this.artists++
    this.names += names.size
  }
}

/** Rows of one half of an artist's id, by the other half, each in the order of reading. */
function groupById(rows: Buffer, order: Uint32Array): Iterable<readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const row of order) {
    const at = row * NAME_ROW.bytes
    const rest = readHash(rows, at + NAME_ROW.idRest)
    const group = groups.get(rest)
    if (group) group.push(at)
    else groups.set(rest, [at])
  }
  return groups.values()
}

const readHash = (rows: Buffer, at: number) => (rows[at] ?? 0) * 2 ** 32 + rows.readUInt32LE(at + 1)
