import { useSyncExternalStore } from 'react'
import { type Route, readRoute, splitHash } from './address.ts'

export { linkTo, type Route, viewOfJob, viewOfPlaylist } from './address.ts'

/** Browsers refuse an address that changes with every key. */
const TYPING_PAUSE_MS = 300

/** What the address is to be when the typing pauses. */
let pending: { readonly hash: string; readonly timer: ReturnType<typeof setTimeout> } | undefined
const listeners = new Set<() => void>()

/** The view that the address bar asks for. */
export function useRoute(): Route {
  return readRoute(useSyncExternalStore(listen, () => splitHash(readHash()).path))
}

/** What stands behind the address's `?`: what is chosen in the view. */
export function useQuery(): string {
  return useSyncExternalStore(listen, () => splitHash(readHash()).query)
}

export function goTo(link: string): void {
  writePending()
  location.hash = link
}

/**
 * Chooses something within the view. `push` makes a step that the browser's back undoes; `replace` makes none, and
 * where it undoes the step that was made last, takes that back.
 */
export function setQuery(query: string, how: 'push' | 'replace'): void {
  const { path } = splitHash(readHash())
  const hash = `${path || '#/'}${query === '' ? '' : `?${query}`}`
  if (hash === readHash()) return
  if (how === 'push') {
    writePending()
    history.pushState({ before: location.hash }, '', hash)
  } else if (history.state?.before === hash) {
    writePending()
    history.back()
  } else {
    clearTimeout(pending?.timer)
    pending = { hash, timer: setTimeout(writePending, TYPING_PAUSE_MS) }
  }
  notify()
}

const readHash = (): string => pending?.hash ?? location.hash

function writePending(): void {
  if (!pending) return
  const { hash, timer } = pending
  clearTimeout(timer)
  pending = undefined
  // A link may have led to another view meanwhile.
  if (splitHash(location.hash).path === splitHash(hash).path)
    history.replaceState(history.state, '', hash)
}

/** Before a link is followed: what was typed last belongs to the address that is left. */
function leave({ target }: Event): void {
  if (target instanceof Element && target.closest('a[href]')) writePending()
}

/** The reader has followed a link, or gone back. */
function arrive(): void {
  clearTimeout(pending?.timer)
  pending = undefined
  notify()
}

function notify(): void {
  for (const listener of [...listeners]) listener()
}

function listen(changed: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('hashchange', arrive)
    addEventListener('popstate', arrive)
    addEventListener('pagehide', writePending)
    addEventListener('click', leave, { capture: true })
  }
  listeners.add(changed)
  return () => listeners.delete(changed)
}
