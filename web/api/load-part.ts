import { addressOf } from './client.ts'

const RETRY_WAIT_MS = 1000

/**
 * Loads a part of the page that is not in its first load, as soon as the server can be reached. It is asked for
 * something else first: a browser that once failed to import a module never asks for it again.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  while (!(await isReachable())) await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT_MS))
  return await load()
}

const isReachable = async (): Promise<boolean> =>
  await window.fetch(addressOf('session')).then(
    () => true,
    () => false,
  )
