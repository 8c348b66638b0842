import type { NetworkReasons } from '../../../model/reasons/network.ts'
import type { Sentences } from '../../sentences.ts'

export const network: Sentences<NetworkReasons> = {}
