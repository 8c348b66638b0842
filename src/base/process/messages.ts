import { StorageError, UserError } from '../../model/errors.ts'

/** What a process asks its worker. */
export interface Call {
  readonly id: number
  readonly request: unknown
}

export type Answer =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: SentError }

interface SentError {
  readonly message: string
  readonly stack: string | undefined
  readonly kind: 'storage' | 'user' | 'other'
  readonly hint: string | undefined
}

export function isAnswerTo(id: number, message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'id' in message && message.id === id
}

/** An error on its other side: of the kinds that mean something there. */
export function revive({ message, stack, kind, hint }: SentError): Error {
  const error =
    kind === 'storage'
      ? new StorageError(message, hint)
      : kind === 'user'
        ? new UserError(message, hint)
        : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}

export async function answer(id: number, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { id, reply: await work() }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const { message, stack } = error
    const hint = error instanceof UserError ? error.hint : undefined
    const kind =
      error instanceof StorageError ? 'storage' : error instanceof UserError ? 'user' : 'other'
    return { id, error: { message, stack, kind, hint } }
  }
}
