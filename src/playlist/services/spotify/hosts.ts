import type { HostRule } from '../../../base/http/http.ts'

const HOUR_MS = 3600_000

/**
 * Spotify's hosts of text, for a run whose input is a link, a login, and nothing else. The Web API counts
 * requests over rolling 30 seconds and does not say how many
 * (https://developer.spotify.com/documentation/web-api/concepts/rate-limits): three a second have room.
 */
export const spotifyHosts: readonly HostRule[] = [
  { host: 'api.spotify.com', pace: { requests: 3, perMs: 1000 }, atOnce: 1 },
  { host: 'accounts.spotify.com', pace: { requests: 1, perMs: 1000 }, atOnce: 1 },
  ...['open.spotify.com', 'spotify.link', 'spotify.app.link'].map((host) => ({
    host,
    pace: { requests: 1, perMs: 1000 },
    atOnce: 1,
    keepForMs: HOUR_MS,
  })),
]
