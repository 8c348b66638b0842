import type { PlaylistReasons } from '../../../model/reasons/playlist.ts'
import type { Sentences } from '../../sentences.ts'
import { formats } from './playlist/formats.ts'
import { input } from './playlist/input.ts'
import { links } from './playlist/links.ts'
import { login } from './playlist/login.ts'
import { rows } from './playlist/rows.ts'
import { servers } from './playlist/servers.ts'
import { services } from './playlist/services.ts'
import { spotify } from './playlist/spotify.ts'
import { table } from './playlist/table.ts'

export const playlist: Sentences<PlaylistReasons> = {
  ...formats,
  ...input,
  ...links,
  ...login,
  ...rows,
  ...servers,
  ...services,
  ...spotify,
  ...table,
}
