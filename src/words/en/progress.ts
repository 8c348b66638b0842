/** What the line says that a terminal shows while something goes on. */
export const progress = {
  parts: {
    library: 'Reading the library',
    playlist: 'Reading the playlist',
    names: 'Reading the names',
    parity: 'Making parity',
    archive: 'Reading',
  },
  left: (span: string) => `about ${span} left`,
  littleLeft: 'less than a minute left',
}
