import type { Box } from '../mp4/mp4-boxes.ts'

interface SampleTables {
  /** `stsz`: the size of each sample. */
  readonly sizes: Box
  /** `stsc`: how many samples the chunks have. */
  readonly runs: Box
  /** How many chunks there are. */
  readonly chunks: number
}

/** ISO/IEC 14496-12, sections 8.7.3.2 and 8.7.4: how many bytes each chunk has; as far as the tables go. */
export function chunkSizes(moov: Buffer, { sizes, runs, chunks }: SampleTables): number[] {
  const word = (box: Box, at: number) =>
    box.content + at + 4 <= box.end ? moov.readUInt32BE(box.content + at) : undefined
  const same = word(sizes, 4) ?? 0
  const samples = word(sizes, 8) ?? 0
  const result: number[] = []
  for (let [run, sample] = [0, 0]; result.length < chunks; run++) {
    const perChunk = word(runs, 8 + 12 * run + 4)
    if (perChunk === undefined) break
    // A run goes up to where the next one begins; chunks are counted from 1.
    const next = run + 1 < (word(runs, 4) ?? 0) ? word(runs, 8 + 12 * (run + 1)) : undefined
    const end = Math.min((next ?? chunks + 1) - 1, chunks)
    if (end <= result.length && next !== undefined) continue
    while (result.length < end) {
      const last = Math.min(sample + perChunk, samples)
      let bytes = same * (last - sample)
      if (same === 0) for (let i = sample; i < last; i++) bytes += word(sizes, 12 + 4 * i) ?? 0
      result.push(bytes)
      sample = last
    }
  }
  return result
}
