import { TextCodec } from '../../format/codec.ts'
import type { Gathered } from '../gather.ts'
import type { Ends } from '../journal.ts'
import { RunWriter } from '../runs.ts'
import { PARTITIONS, type Scatter } from '../scatter.ts'
import type { WorkDirectory } from '../work-directory.ts'
import type { Tables } from './tables.ts'

/** Sorts the rows of each partition, and writes the tracks of an artist together. */
export async function writeRuns(
  rows: Scatter,
  gathered: Gathered,
  { runs, guests, titles, isrcs }: Tables,
  work: WorkDirectory,
): Promise<readonly Ends[]> {
  if (work.journal.ends) return work.journal.ends
  const tables = { runs, guests, titles, isrcs }
  for (const table of Object.values(tables)) table.remove()
  const codec = TextCodec.train(gathered.sample)
  const keys = work.segment('keys')
  const blocks = work.segment('blocks')
  const records = work.segment('records')
  const writer = new RunWriter({ ...tables, keys, blocks, records }, codec)
  const ends: Ends[] = []
  for (let partition = 0; partition < PARTITIONS; partition++) {
    await work.breathe('write', partition, gathered.tracks)
    writer.writePartition(partition, rows.take(partition))
    ends.push({ track: writer.tracks, block: writer.blocks })
  }
  writer.close()
  writeDictionary(gathered, codec, work)
  work.close('keys', 'blocks', 'records', 'dictionary')
  const counts = { titleRows: titles.rows, isrcRows: isrcs.rows }
  work.endStep(Object.values(tables), { gathered, ends, ...counts })
  rows.remove()
  return ends
}

function writeDictionary(gathered: Gathered, codec: TextCodec, work: WorkDirectory): void {
  const symbols = codec.symbols.map((symbol) => Buffer.from(symbol).toString('base64'))
  work.segment('dictionary').out.text(JSON.stringify({ texts: gathered.dictionary, symbols }))
}
