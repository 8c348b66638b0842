import type { Reason } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'

/** What a process asks its worker. */
export interface WorkerCall {
  readonly id: number
  readonly request: unknown
}

export type WorkerReply =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: SentError }

/** How far a call is, before its answer. */
export interface WorkerProgress {
  readonly id: number
  readonly progress: number
}

interface SentError {
  readonly message: string
  readonly stack: string | undefined
  readonly kind: 'storage' | 'user' | 'other'
  /** Of what the user can mend. */
  readonly reason?: Reason
  readonly advice?: Reason
}

export function isAnswerTo(id: number, message: unknown): message is WorkerReply | WorkerProgress {
  return typeof message === 'object' && message !== null && 'id' in message && message.id === id
}

/** An error on its other side: of the kinds that mean something there. */
export function revive({ message, stack, kind, reason, advice }: SentError): Error {
  const error =
    kind === 'storage'
      ? new StorageError(reason ?? message, advice)
      : kind === 'user'
        ? new UserError(reason ?? message, advice)
        : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}

export async function answer(id: number, work: () => Promise<unknown>): Promise<WorkerReply> {
  try {
    return { id, reply: await work() }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const { message, stack } = error
    const { reason, advice } = error instanceof UserError ? error : {}
    const kind =
      error instanceof StorageError ? 'storage' : error instanceof UserError ? 'user' : 'other'
    return { id, error: { message, stack, kind, reason, advice } }
  }
}
