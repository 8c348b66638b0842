import type { ServerReasons } from '../../../model/reasons/server.ts'
import type { Sentences } from '../../sentences.ts'

export const server: Sentences<ServerReasons> = {}
