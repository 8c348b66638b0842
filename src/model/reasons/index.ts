import type { OtherReasons } from './others.ts'
import type { RowReasons } from './rows.ts'
import type { TerminalReasons } from './terminal.ts'

/** Every code there is, and its parameters. A code is `<room>.<what>`; it stays when its sentence changes. */
export interface ReasonParams extends RowReasons, OtherReasons, TerminalReasons {}
