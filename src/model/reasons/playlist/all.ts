import type { FormatReasons } from './formats.ts'
import type { InputReasons } from './input.ts'
import type { LinkReasons } from './links.ts'
import type { LoginReasons } from './login.ts'
import type { NotPlaylistReasons } from './not-playlists.ts'
import type { RowReasons } from './rows.ts'
import type { ServerReasons } from './servers.ts'
import type { ServiceReasons } from './services.ts'
import type { SpotifyReasons } from './spotify.ts'
import type { TableReasons } from './table.ts'

/** Codes of `playlist` and of `app/playlists`, by subject, and what their sentences are filled with. */
export interface PlaylistReasons
  extends FormatReasons,
    InputReasons,
    LinkReasons,
    LoginReasons,
    NotPlaylistReasons,
    RowReasons,
    ServerReasons,
    ServiceReasons,
    SpotifyReasons,
    TableReasons {}
