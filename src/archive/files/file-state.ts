import type { BigIntStats } from 'node:fs'

/** By what a file shows that it has not been written to: all of it has to be as it was. */
export interface FileState {
  readonly bytes: string
  /** Times in nanoseconds since 1970. */
  readonly modifiedNs: string
  readonly changedNs: string
  readonly inode: string
}

type Stats = Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino'>

export const stateOf = ({ size, mtimeNs, ctimeNs, ino }: Stats): FileState => ({
  bytes: String(size),
  modifiedNs: String(mtimeNs),
  changedNs: String(ctimeNs),
  inode: String(ino),
})

export const isSameState = (a: FileState, b: FileState) =>
  a.bytes === b.bytes &&
  a.modifiedNs === b.modifiedNs &&
  a.changedNs === b.changedNs &&
  a.inode === b.inode

/** Systems note times by a clock that ticks up to a hundred times a second; FAT notes them in steps of two seconds. */
const FINE_TICK_NS = 10_000_000n
const COARSE_TICK_NS = 2_000_000_000n
const MILLISECOND_NS = 1_000_000n

/** True where whatever is written at `nowNs` gets another time than this. Both are by the file system's clock. */
export function isPast(timeNs: bigint, nowNs: bigint): boolean {
  const tick = timeNs % MILLISECOND_NS === 0n ? COARSE_TICK_NS : FINE_TICK_NS
  return timeNs + tick < nowNs
}
