/** Objects of ASF (Advanced Systems Format, revision 01.20.05) by their GUIDs as they stand in the file. */
export const objects: ReadonlyMap<string, AsfObject> = new Map(
  (
    [
      ['3026b2758e66cf11a6d900aa0062ce6c', 'header'],
      ['a1dcab8c47a9cf118ee400c00c205365', 'file properties'],
      ['9107dcb7b7a9cf118ee600c00c205365', 'stream properties'],
      ['b503bf5f2ea9cf118ee300c00c205365', 'header extension'],
      ['cba5e61472c632438399a96952065b5a', 'extended stream properties'],
      ['3326b2758e66cf11a6d900aa0062ce6c', 'content description'],
      ['40a4d0d207e3d21197f000a0c95ea850', 'extended content description'],
      ['eacbf8c5af5b77488467aa8c44fa4cca', 'metadata'],
      ['941c23449894d149a1411d134e457054', 'metadata library'],
      ['4052d1861d31d011a3a400a0c90348f6', 'codec list'],
    ] as const
  ).map(([guid, name]) => [guid, name]),
)

export type AsfObject =
  | 'header'
  | 'file properties'
  | 'stream properties'
  | 'header extension'
  | 'extended stream properties'
  | 'content description'
  | 'extended content description'
  | 'metadata'
  | 'metadata library'
  | 'codec list'

/** A GUID and a size of 8 bytes, which counts them. */
export const OBJECT_HEADER = 24
/** Behind the header object's own: how many objects there are, and two bytes. */
export const FILE_HEADER = OBJECT_HEADER + 6
/** Behind an extension's own: a GUID, two bytes, and the size of what follows. */
export const EXTENSION_HEADER = 22

/** Offsets within the objects' contents. Times are in 100 ns, the preroll in milliseconds. */
export const fileProperties = { duration: 40, preroll: 56, flags: 64, bitRate: 76, bytes: 80 }
export const streamProperties = { type: 0, specificBytes: 40, specific: 54, bytes: 54 }
export const AUDIO_STREAM = '409e69f84d5bcf11a8fd00805f5c442b'
