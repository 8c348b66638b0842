import type { FormatReasons } from './playlist/formats.ts'
import type { InputReasons } from './playlist/input.ts'
import type { LinkReasons } from './playlist/links.ts'
import type { LoginReasons } from './playlist/login.ts'
import type { RowReasons } from './playlist/rows.ts'
import type { ServerReasons } from './playlist/servers.ts'
import type { ServiceReasons } from './playlist/services.ts'
import type { SpotifyReasons } from './playlist/spotify.ts'
import type { TableReasons } from './playlist/table.ts'

/** Codes of `playlist` and of `app/playlists`, by subject, and what their sentences are filled with. */
export interface PlaylistReasons
  extends FormatReasons,
    InputReasons,
    LinkReasons,
    LoginReasons,
    RowReasons,
    ServerReasons,
    ServiceReasons,
    SpotifyReasons,
    TableReasons {}
