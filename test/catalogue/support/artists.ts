import type { ArtistsInput } from '../../../src/catalogue/read/artists/artist.ts'

/** A list of artists and their other names, as a build takes it. */
export const artistsOf = (
  artists: readonly { readonly artist: string; readonly aliases: readonly string[] }[],
): ArtistsInput => ({
  name: 'artists',
  format: 'table',
  async *read() {
    yield {
      artists: artists.map(({ artist, aliases }, at) => ({
        id: String(at),
        names: [artist, ...aliases],
        projects: [],
      })),
      skipped: [],
      bytesRead: 0,
    }
  },
})
