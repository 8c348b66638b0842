/** How the content of an element is read. */
export type ElementType = 'list' | 'number' | 'float' | 'text' | 'bytes'

interface ElementSpec {
  readonly name: string
  readonly type: ElementType
}

/** The elements of Matroska (RFC 9559) that describe sound, tags and attachments; all others are passed over. */
export const elements: ReadonlyMap<number, ElementSpec> = new Map(
  (
    [
      [0x1a45dfa3, 'EBML', 'list'],
      [0x4282, 'DocType', 'text'],
      [0x18538067, 'Segment', 'list'],
      [0x114d9b74, 'SeekHead', 'list'],
      [0x4dbb, 'Seek', 'list'],
      [0x53ab, 'SeekID', 'number'],
      [0x53ac, 'SeekPosition', 'number'],
      [0x1549a966, 'Info', 'list'],
      [0x2ad7b1, 'TimestampScale', 'number'],
      [0x4489, 'Duration', 'float'],
      [0x7ba9, 'Title', 'text'],
      [0x1654ae6b, 'Tracks', 'list'],
      [0xae, 'TrackEntry', 'list'],
      [0xd7, 'TrackNumber', 'number'],
      [0x73c5, 'TrackUID', 'number'],
      [0x83, 'TrackType', 'number'],
      [0xb9, 'FlagEnabled', 'number'],
      [0x88, 'FlagDefault', 'number'],
      [0x86, 'CodecID', 'text'],
      [0x63a2, 'CodecPrivate', 'bytes'],
      [0xe1, 'Audio', 'list'],
      [0xb5, 'SamplingFrequency', 'float'],
      [0x78b5, 'OutputSamplingFrequency', 'float'],
      [0x9f, 'Channels', 'number'],
      [0x6264, 'BitDepth', 'number'],
      [0x1254c367, 'Tags', 'list'],
      [0x7373, 'Tag', 'list'],
      [0x63c0, 'Targets', 'list'],
      [0x68ca, 'TargetTypeValue', 'number'],
      [0x63ca, 'TargetType', 'text'],
      [0x63c5, 'TagTrackUID', 'number'],
      [0x63c4, 'TagChapterUID', 'number'],
      [0x63c9, 'TagEditionUID', 'number'],
      [0x63c6, 'TagAttachmentUID', 'number'],
      [0x67c8, 'SimpleTag', 'list'],
      [0x45a3, 'TagName', 'text'],
      [0x4487, 'TagString', 'text'],
      [0x4485, 'TagBinary', 'bytes'],
      [0x1941a469, 'Attachments', 'list'],
      [0x61a7, 'AttachedFile', 'list'],
      [0x466e, 'FileName', 'text'],
      [0x4660, 'FileMediaType', 'text'],
      [0x465c, 'FileData', 'bytes'],
      [0x1f43b675, 'Cluster', 'list'],
    ] as const
  ).map(([id, name, type]) => [id, { name, type }]),
)
