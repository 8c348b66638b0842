import type { PlaylistReasons } from '../../../model/reasons/playlist.ts'
import type { Sentences } from '../../sentences.ts'

export const playlist: Sentences<PlaylistReasons> = {}
