import type { SourceReasons } from '../../../../model/reasons/source/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { keys } from './keys.ts'
import { library } from './library.ts'
import { links } from './links.ts'
import { unavailable } from './unavailable.ts'

export const source: Sentences<SourceReasons> = { ...keys, ...library, ...links, ...unavailable }
