import type { SourceReasons } from '../../../model/reasons/source.ts'
import type { Sentences } from '../../sentences.ts'
import { keys } from './source/keys.ts'
import { library } from './source/library.ts'
import { links } from './source/links.ts'
import { unavailable } from './source/unavailable.ts'

export const source: Sentences<SourceReasons> = { ...keys, ...library, ...links, ...unavailable }
