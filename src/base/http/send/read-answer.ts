import type { Agent, Dispatcher } from 'undici'
import { reason } from '../../../model/reason.ts'
import { TooLongError } from './body.ts'

export interface ReadOptions {
  readonly maxBytes: number
  /** From now until the last byte is there. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** What came back, whatever its status. */
export interface WholeAnswer {
  readonly status: number
  readonly body: Buffer
}

/**
 * Sends one request and reads all of its answer, with as little as possible beside: a stream, a signal and an iterator
 * for each request cost more than what is said in it. Rejects with the signal's reason, a TimeoutError, a TooLongError, or
 * what went wrong with the connection.
 */
export function readAnswer(
  agent: Agent,
  request: Dispatcher.DispatchOptions,
  { maxBytes, timeoutMs, signal }: ReadOptions,
): Promise<WholeAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WholeAnswer>()
  const pieces: Buffer[] = []
  let status = 0
  let bytes = 0
  let controller: Dispatcher.DispatchController | undefined
  let failed: Error | undefined
  const fail = (error: Error) => {
    failed ??= error
    reject(failed)
    controller?.abort(failed)
  }
  const stop = () => fail(signal.reason)
  const timer = setTimeout(() => fail(new DOMException('too slow', 'TimeoutError')), timeoutMs)
  signal.addEventListener('abort', stop)
  const settle = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
  agent.dispatch(request, {
    onRequestStart(started) {
      controller = started
      // What failed while it waited for a connection is not sent.
      if (failed) started.abort(failed)
    },
    onResponseStart(_, code) {
      status = code
    },
    onResponseData(_, piece) {
      bytes += piece.length
      if (bytes <= maxBytes) pieces.push(piece)
      else
        fail(
          new TooLongError(
            reason('network.answer-too-long', { maxKilobytes: Math.round(maxBytes / 1024) }),
          ),
        )
    },
    onResponseEnd() {
      const [only] = pieces
      resolve({ status, body: only && pieces.length === 1 ? only : Buffer.concat(pieces) })
    },
    onResponseError(_, error) {
      reject(failed ?? error)
    },
  })
  return promise.finally(settle)
}
