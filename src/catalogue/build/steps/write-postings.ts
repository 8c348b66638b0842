import type { SegmentPart } from '../../format/layout.ts'
import { PostingWriter } from '../postings.ts'
import { PARTITIONS, type Scatter } from '../scatter.ts'
import type { WorkDirectory } from '../work-directory.ts'

/** Writes one table of postings. Not journalled: it takes minutes where the steps before took an hour. */
export async function writePostings(
  part: 'titles' | 'isrcs' | 'neighbours',
  table: Scatter,
  rows: number,
  work: WorkDirectory,
): Promise<void> {
  const buckets: SegmentPart = `${part.slice(0, -1)}-buckets` as SegmentPart
  const writer = new PostingWriter(
    work.segment(part),
    work.segment(buckets),
    rows,
    part === 'titles' ? 'title' : 'link',
  )
  for (let partition = 0; partition < PARTITIONS; partition++) {
    await work.breathe('index', partition, work.journal.gathered?.tracks ?? 0)
    writer.writePartition(table.take(partition))
  }
  writer.close()
  work.close(part, buckets)
}
