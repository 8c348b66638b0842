import { codeOf } from '../base/file.ts'

const codes = new Set(['ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'])

/** Whether this is only what follows when a client, its session or the server has gone. */
export const isClientGone = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'AbortError') || codes.has(codeOf(error) ?? '')
