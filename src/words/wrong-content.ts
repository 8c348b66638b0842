import type { AnyReason } from '../model/reasons/any-reason.ts'
import type { NetworkReasons } from '../model/reasons/network.ts'

const codes: ReadonlySet<string> = new Set<keyof NetworkReasons>([
  'network.wrong-length',
  'network.wrong-checksum',
  'network.packed',
  'network.packed-as',
  'network.other-part',
  'network.file-too-long',
  'network.answer-too-long',
])

/** True where a host did answer, and what it sent is not what was asked for. */
export const isWrongContent = ({ code }: AnyReason): boolean => codes.has(code)
