import { useSyncExternalStore } from 'react'
import { type Route, readRoute } from './address.ts'

export { linkTo, type Route, viewOfJob, viewOfPlaylist } from './address.ts'

/** The view that the address bar asks for. */
export function useRoute(): Route {
  return readRoute(useSyncExternalStore(listen, () => location.hash))
}

export function goTo(link: string): void {
  location.hash = link
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
