import type { Release } from './release.ts'
import { columns } from './row.ts'

/** The data dictionary, and how one recording is found, for somebody who has this folder alone. */
export function describeRelease({ release, rows, previous, ...counts }: Release): string {
  const { added, changed, removed } = counts
  const rowsOf = columns.map(
    ({ name, type, isRequired, meaning }) =>
      `| ${name} | ${type} | ${isRequired ? 'always' : 'where known'} | ${meaning} |`,
  )
  return `# Metadata of recordings, release ${release}

${rows} recordings, made by Songkeep.${
    previous === undefined
      ? ''
      : ` Since release ${previous}: ${added} added, ${changed} changed, ${removed} removed (changes.jsonl.gz, by id).`
  }

- recordings.parquet: Parquet, zstd, sorted by the first artist, album, title, id.
- recordings.jsonl.gz: the same rows as JSON lines, in the same order; what is not known is left out.
- digests.tsv.gz: an id and a digest of its row, sorted by id: two releases are compared with it.

| column | type | there | meaning |
|---|---|---|---|
${rowsOf.join('\n')}

Provenance and licence stand in each row: the licence is the recording's. Rows with tdm_reserved are of somebody
who has reserved text and data mining: leave them out of it.

One recording is found without loading the file: a reader of Parquet that asks by ranges passes over row groups and
pages by the least and greatest artist_credit of each.

    SELECT * FROM 'recordings.parquet' WHERE artist_credit = 'Ana' AND title = 'Tide'
`
}
