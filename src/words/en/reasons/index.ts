import type { ReasonParams } from '../../../model/reasons/index.ts'
import type { Sentences } from '../../sentences.ts'
import { otherReasons } from './others.ts'
import { rowReasons } from './rows.ts'
import { terminalReasons } from './terminal.ts'

export const reasons: Sentences<ReasonParams> = {
  ...rowReasons,
  ...otherReasons,
  ...terminalReasons,
}
