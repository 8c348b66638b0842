import type { AppReasons } from '../../../model/reasons/app.ts'
import type { Sentences } from '../../sentences.ts'

export const app: Sentences<AppReasons> = {}
