const KIB = 1024

/** Up to so many bytes in all: 16 KiB a piece, 32 KiB, and so on. libtorrent's own table. */
const UP_TO = [
  2_684_355, 10_737_418, 42_949_673, 171_798_692, 687_194_767, 2_748_779_069, 10_995_116_278,
  43_980_465_111, 175_921_860_444, 703_687_441_777,
]

/** How long a piece is where nothing is said, as libtorrent chooses it: 16 KiB to 16 MiB, by the size of it all. */
export function choosePieceLength(totalBytes: number): number {
  const row = UP_TO.findIndex((most) => totalBytes <= most)
  return 16 * KIB * 2 ** (row < 0 ? UP_TO.length : row)
}
