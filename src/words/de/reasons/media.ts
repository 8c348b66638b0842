import type { MediaReasons } from '../../../model/reasons/media.ts'
import type { Sentences } from '../../sentences.ts'

export const media: Sentences<MediaReasons> = {}
