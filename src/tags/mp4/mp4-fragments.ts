import type { ByteSource } from '../read/file-bytes.ts'
import { boxesIn, findBox, readContent } from './box-walk.ts'
import type { Box } from './mp4-boxes.ts'

/** ISO/IEC 14496-12, 8.8: flags that say which fields are there. */
const head = { baseOffset: 0x1, description: 0x2, duration: 0x8 }
const run = {
  offset: 0x1,
  firstFlags: 0x4,
  duration: 0x100,
  perSample: [0x100, 0x200, 0x400, 0x800],
}

/** Where a track's last fragment ends, in ticks: its start and the lengths of its samples. Nothing where it does not tell. */
export async function endOfFragment(
  file: ByteSource,
  moof: Box,
  track: { readonly id: number; readonly sampleTicks: number },
): Promise<number | undefined> {
  for (const traf of await boxesIn(file, moof)) {
    if (traf.name !== 'traf') continue
    const header = await findBox(file, traf, 'tfhd')
    const time = await findBox(file, traf, 'tfdt')
    if (!header || !time) continue
    const fields = await readContent(file, header)
    if (fields.length < 8 || fields.readUInt32BE(4) !== track.id) continue
    const start = readStart(await readContent(file, time))
    if (start === undefined) return undefined
    const sampleTicks = readDefault(fields) ?? track.sampleTicks
    let ticks = start
    for (const box of await boxesIn(file, traf))
      if (box.name === 'trun') ticks += ticksOfRun(await readContent(file, box), sampleTicks)
    return ticks
  }
  return undefined
}

function readStart(bytes: Buffer): number | undefined {
  if (bytes[0] === 1) return bytes.length < 12 ? undefined : Number(bytes.readBigUInt64BE(4))
  return bytes.length < 8 ? undefined : bytes.readUInt32BE(4)
}

function readDefault(bytes: Buffer): number | undefined {
  const flags = bytes.readUInt32BE()
  const at = 8 + (flags & head.baseOffset ? 8 : 0) + (flags & head.description ? 4 : 0)
  return flags & head.duration && at + 4 <= bytes.length ? bytes.readUInt32BE(at) : undefined
}

function ticksOfRun(bytes: Buffer, sampleTicks: number): number {
  if (bytes.length < 8) return 0
  const [flags, count] = [bytes.readUInt32BE(), bytes.readUInt32BE(4)]
  if (!(flags & run.duration)) return count * sampleTicks
  const width = 4 * run.perSample.filter((flag) => flags & flag).length
  let ticks = 0
  let at = 8 + (flags & run.offset ? 4 : 0) + (flags & run.firstFlags ? 4 : 0)
  for (let left = count; left > 0 && at + 4 <= bytes.length; left--, at += width)
    ticks += bytes.readUInt32BE(at)
  return ticks
}
