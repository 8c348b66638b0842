import type { BuiltVolume } from './build-volume.ts'

export const METADATA = 'metadata-001'

/**
 * The first torrent, small enough for everybody: what there is, under which licence, and in which torrent each file
 * lies. It holds what the licence manifests hold, and nothing of the archive's owner: no lists, no plays, no days.
 */
export function describeMetadata(built: readonly BuiltVolume[]): Readonly<Record<string, string>> {
  const lines = built.flatMap(({ name, records, torrents }) =>
    records.map((record) => {
      const { sha256, title, artists, album, durationMs, licence, source, path } = record
      const at = { torrent: name, infoHashV2: torrents.hybrid.infoHashV2, path }
      const row = { sha256, title, artists, album, durationMs, licence, source, ...at }
      return { key: sha256, line: `${JSON.stringify(row)}\n` }
    }),
  )
  const sorted = lines.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  return {
    'recordings.jsonl': sorted.map(({ line }) => line).join(''),
    'README.txt': `What lies in the torrents of this archive, a recording a line: recordings.jsonl.
sha256 is the file's own; torrent and infoHashV2 name the torrent that holds it, path its place there; licence is the
recording's, with the address of its text; source says where it was taken from.
`,
  }
}

/** For whoever finds the folder and has never heard of Songkeep. */
export function readme(all: readonly BuiltVolume[]): string {
  const rows = all.map(
    ({ name, folder, torrents }) =>
      `  ${name}.torrent  ${torrents.files} files, ${torrents.bytes} bytes, in ${folder === name ? folder : `${name}/${folder}`}`,
  )
  return `Torrents of freely licensed recordings, made by Songkeep.

${rows.join('\n')}

To seed one: open its .torrent in a client and give it this folder as the place of its files
(for torrents whose folder is "download": the folder of the torrent's own name). The client checks the files and seeds.
Every .torrent is for both versions of the protocol. Clients that refuse it (Transmission before 4.0) take the one
that ends in -v1.torrent, over the same files; it is a swarm of its own.

Each folder has its LICENCES.txt: what every file is, by whom, under which licence and from where; LICENCES.jsonl has the
same for programs, with the evidence. torrents.jsonl has the magnet links.
Where a licence says NonCommercial: seed it where no money is made of it.
`
}
