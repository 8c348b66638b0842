import { listOf, NO_NUMBER, numberOf } from '../../format/names.ts'
import { LINK_ROW } from '../runs.ts'
import { sortOrder } from '../sort.ts'

/** A name that more artists have than these is nobody's in particular. */
const MAX_HOLDERS = 64

/**
 * Of one partition's holders, those worth keeping: of a name that leads to no other name, none; of artists who are
 * known by it alone, one for each list, which tells that the name is not only somebody else's.
 */
export function chooseHolders(rows: Buffer): Buffer {
  const hashes = new Uint32Array(rows.length / LINK_ROW)
  for (let row = 0; row < hashes.length; row++) hashes[row] = rows.readUInt32LE(row * LINK_ROW)
  const order = sortOrder(hashes)
  const kept: number[] = []
  for (let from = 0; from < order.length; ) {
    const hash = hashes[order[from] as number]
    let to = from + 1
    while (to < order.length && hashes[order[to] as number] === hash) to++
    kept.push(...chooseOf(rows, order.subarray(from, to)))
    from = to
  }
  const chosen = Buffer.allocUnsafe(kept.length * LINK_ROW)
  for (const [at, row] of kept.entries())
    rows.copy(chosen, at * LINK_ROW, row * LINK_ROW, (row + 1) * LINK_ROW)
  return chosen
}

function chooseOf(rows: Buffer, group: Uint32Array): readonly number[] {
  const chosen: number[] = []
  const alone = new Map<number, number>()
  for (const row of group) {
    const holder = rows.readUInt32LE(row * LINK_ROW + 4)
    if (numberOf(holder) === NO_NUMBER) alone.set(listOf(holder), row)
    else if (chosen.length < MAX_HOLDERS) chosen.push(row)
  }
  return chosen.length === 0 ? chosen : [...chosen, ...alone.values()]
}
