import type { Reason } from '../model/reason.ts'

/** What is wrong with a package by its specification: an error breaks a MUST, a warning a SHOULD. */
export interface PackageFault {
  readonly severity: 'error' | 'warning'
  /** Relative to the package, `/` between folders; empty for the package as a whole. */
  readonly path: string
  readonly reason: Reason
}

export interface ValidateOptions {
  readonly signal?: AbortSignal
  /** How many bytes have been read, of how many. */
  readonly onProgress?: (done: number, total: number) => void
}

export const isError = ({ severity }: PackageFault): boolean => severity === 'error'
