import type { ParityReasons } from './parity.ts'

/** Codes of `fixity` and what their sentences are filled with. */
export interface FixityReasons extends ParityReasons {}
