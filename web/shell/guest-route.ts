import type { Route } from '../address.ts'

/** What an address shows to a guest: of all that is begun, decided or set, the library in its place. */
export function guestRoute(route: Route): Route {
  switch (route.kind) {
    case 'review':
      return { kind: 'result', view: route.view }
    case 'start':
    case 'jobs':
    case 'job':
    case 'guide':
    case 'settings':
      return { kind: 'library' }
    default:
      return route
  }
}
