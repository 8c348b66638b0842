import type { Torrent } from './write-torrent.ts'

/**
 * The address by which clients find a torrent without its file (BEP 9, BEP 52): the multihash of SHA-256 begins with
 * 0x12 and its length, 0x20.
 */
export function magnetOf(
  name: string,
  { infoHashV1, infoHashV2 }: Torrent,
  webSeeds: readonly string[] = [],
): string {
  const topics = [
    `xt=urn:btih:${infoHashV1}`,
    ...(infoHashV2 === undefined ? [] : [`xt=urn:btmh:1220${infoHashV2}`]),
  ]
  const seeds = webSeeds.map((each) => `ws=${encodeURIComponent(each)}`)
  return `magnet:?${[...topics, `dn=${encodeURIComponent(name)}`, ...seeds].join('&')}`
}
