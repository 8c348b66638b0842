import type { progress as English } from '../en/progress.ts'

export const progress: typeof English = {
  parts: {
    library: 'Die Bibliothek wird gelesen',
    playlist: 'Die Playlist wird gelesen',
    names: 'Die Namen werden gelesen',
    parity: 'Parität entsteht',
    archive: 'Lesen',
  },
  left: (span) => `noch etwa ${span}`,
  littleLeft: 'noch unter einer Minute',
}
