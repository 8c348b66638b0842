/** The commands that make a catalogue and look into it. */
export const catalogues = {
  catalogue: {
    summary: 'build and look into a metadata index',
    description: 'A catalogue names recordings by the million, and answers in microseconds.',
    kinds: `Files are CSV, JSON lines or Parquet, also .gz and .zst; the dumps of ListenBrainz (canonical), MusicBrainz
(JSON) and Discogs (XML) are recognised. --artists reads MusicBrainz' mbdump/artist (or - for standard input),
Discogs' artists.xml.gz, JSON lines and tables with the columns artist and aliases; match, compare and backup use it.`,
    build: 'make a catalogue from files',
    update: 'add a newer dump to a catalogue',
    artists:
      "which names are of one artist: MusicBrainz' or Discogs' artists, or a table of artist and aliases; give it again for more",
    files: 'the dumps, or - for standard input',
    out: 'the catalogue',
    shards: 'cut it into so many parts, each for a machine of its own (songkeep catalogue serve)',
    split: 'cut a catalogue into parts that answer together as the whole does',
    whole: 'the catalogue, which stays as it is',
    splitOut: 'gets a folder for each part, and shards.json, which names them all',
    splitShards: 'how many parts',
    serve:
      'let other processes and machines ask catalogues and parts of one; they name it as --catalogue http://HOST:PORT,…',
    served: 'catalogues, or parts of one',
    port: 'where to listen',
    host: 'which address to listen on; one that others reach needs SONGKEEP_CATALOGUE_TOKEN',
    memory: 'megabytes to hold in memory (256); the rest is read where asked',
    info: 'say what a catalogue holds',
    folder: 'the catalogue',
    verify: 'read every byte and prove every checksum',
    json: 'print it as JSON, for programs',
  },
  match: {
    summary: 'find recordings in a catalogue',
    description: 'Answers each query with match, ambiguous or none, candidates and probabilities.',
    queries: 'JSON lines of {"id","title","artists",…}, .gz too, or - for standard input',
    catalogue: 'where to look; give it again for more',
    top: 'candidates in each answer',
    explain:
      'draw on standard error what each field weighs, and put the values compared into the answers',
  },
}
