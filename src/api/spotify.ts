import { z } from 'zod'
import { ReasonValue } from './reason.ts'
import { Fault } from './settings.ts'

/** Whether the user is logged in at Spotify. Neither a token nor the client id itself is among it. */
export const SpotifyAccount = z.object({
  isLoggedIn: z.boolean(),
  /** As Spotify knows the user; only while the server that they have logged in to runs. */
  name: z.string().optional(),
  /** Where the client id is set; a variable of the environment wins. */
  clientIdIn: z.enum(['environment', 'settings']).optional(),
  /** A login that waits: the address at Spotify where the user agrees, and until when (milliseconds since 1970). */
  pending: z.object({ address: z.string(), until: z.int() }).optional(),
  /** Why the latest login came to nothing, or the one that is kept cannot be used. */
  failure: Fault.optional(),
})
export type SpotifyAccount = z.infer<typeof SpotifyAccount>

/** Begins a login; a client id that is given is kept for the next ones. */
export const SpotifyLogin = z.object({ clientId: z.string().min(1).max(200).optional() })
export type SpotifyLogin = z.infer<typeof SpotifyLogin>

/** One of the lists that the user sees at Spotify. */
export const SpotifyPlaylist = z.object({
  name: ReasonValue,
  /** `spotify:playlist:…`, or `spotify:liked`. */
  uri: z.string(),
  owner: ReasonValue,
  /** Absent where Spotify does not say. */
  tracks: z.int().optional(),
  /** Why it cannot be read; absent where it can. */
  unreadable: ReasonValue.optional(),
})
export type SpotifyPlaylist = z.infer<typeof SpotifyPlaylist>
