import type { PlaylistReasons } from '../../../../model/reasons/playlist/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { formats } from './formats.ts'
import { input } from './input.ts'
import { links } from './links.ts'
import { login } from './login.ts'
import { notPlaylists } from './not-playlists.ts'
import { rows } from './rows.ts'
import { servers } from './servers.ts'
import { services } from './services.ts'
import { spotify } from './spotify.ts'
import { table } from './table.ts'

export const playlist: Sentences<PlaylistReasons> = {
  ...formats,
  ...input,
  ...links,
  ...login,
  ...notPlaylists,
  ...rows,
  ...servers,
  ...services,
  ...spotify,
  ...table,
}
