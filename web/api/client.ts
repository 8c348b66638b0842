import type { Fault } from '../../src/api/contract.ts'
import { RequestError } from './request-error.ts'

export { RequestError }

/** Where the page's own server answers, wherever the page itself lies. */
export function addressOf(path: string): string {
  return new URL(`api/${path}`, document.baseURI).href
}

/** `get<Job>('jobs/17')`. Throws Refused where the server refuses, or does not answer at all. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask(path, signal ? { signal } : {})
}

/** The same for what changes something; a body is sent as JSON. */
export function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return ask(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await window.fetch(addressOf(path), init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    throw new RequestError(0)
  })
  if (!response.ok) throw await readFault(response)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function readFault(response: Response): Promise<RequestError> {
  const fault: Partial<Fault> = await response.json().catch(() => ({}))
  if (response.status === 401) for (const listener of listeners) listener()
  return new RequestError(response.status, fault)
}

const listeners = new Set<() => void>()

/** Told when the server asks for a password: the session has ended. */
export function onLoggedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
