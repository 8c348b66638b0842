/** How the chunks of a kind of file are headed: a name, a size, and what follows them. */
export interface ChunkLayout {
  readonly nameBytes: 4 | 16
  readonly sizeBytes: 4 | 8
  readonly order: 'big' | 'little'
  /** Whether the size counts the header too. */
  readonly countsHeader: boolean
  /** A chunk begins at a multiple of so many bytes behind the first. */
  readonly align: 1 | 2 | 8
}

export const layouts = {
  /** WAVE: Multimedia Programming Interface 1.0, "RIFF". RF64 and BW64 (ITU-R BS.2088) head theirs alike. */
  riff: { nameBytes: 4, sizeBytes: 4, order: 'little', countsHeader: false, align: 2 },
  /** AIFF 1.3, and EA IFF 85 before it. */
  aiff: { nameBytes: 4, sizeBytes: 4, order: 'big', countsHeader: false, align: 2 },
  /** DSDIFF 1.5, 3.1. */
  dsdiff: { nameBytes: 4, sizeBytes: 8, order: 'big', countsHeader: false, align: 2 },
  /** DSF 1.01. */
  dsf: { nameBytes: 4, sizeBytes: 8, order: 'little', countsHeader: true, align: 1 },
  /** Core Audio Format, "CAF Chunk Header". */
  caf: { nameBytes: 4, sizeBytes: 8, order: 'big', countsHeader: false, align: 1 },
  /** Sony's Wave64: names are GUIDs that begin with what RIFF has for them. */
  wave64: { nameBytes: 16, sizeBytes: 8, order: 'little', countsHeader: true, align: 8 },
} as const satisfies Record<string, ChunkLayout>
