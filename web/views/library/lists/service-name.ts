/** What services call themselves, by how an address of theirs begins or where it leads. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^spotify:|\bopen\.spotify\.com\b/, 'Spotify'],
  [/\bdeezer\.com\b|^deezer:/, 'Deezer'],
  [/\b(?:music\.)?youtube\.com\b|^youtube:/, 'YouTube'],
  [/\bmusic\.apple\.com\b/, 'Apple Music'],
  [/\btidal\.com\b/, 'Tidal'],
  [/\blistenbrainz\.org\b/, 'ListenBrainz'],
  [/\bsoundcloud\.com\b/, 'SoundCloud'],
]

/** Undefined where the list came from no service that has a name here. */
export const serviceOf = (uri: string | undefined): string | undefined =>
  uri === undefined ? undefined : services.find(([pattern]) => pattern.test(uri))?.[1]
