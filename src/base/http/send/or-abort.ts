/** Waits for `event`, and no longer than the signal allows: then it throws the signal's reason. */
export async function orAbort<Value>(event: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  const stopped = Promise.withResolvers<never>()
  const stop = () => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([event, stopped.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
