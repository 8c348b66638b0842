/** What there is to see of a playlist: what became of it, what is to be decided, the whole list on paper. */
type ViewKind = 'result' | 'review' | 'print'

/** Which view is shown, and of what. */
export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'jobs' }
  | { readonly kind: 'job'; readonly job: string }
  | { readonly kind: 'library'; readonly archive?: string }
  /** How much of what is heard an archive keeps. */
  | { readonly kind: 'tail'; readonly archive: string }
  /** `view` is where its rows are asked for: `jobs/<id>` or `archives/<id>/playlists/<folder>`, encoded. */
  | { readonly kind: ViewKind; readonly view: string }
  /** What a playlist of an archive lacks; its `view` is never a job's. */
  | { readonly kind: 'missing'; readonly view: string }
  | { readonly kind: 'settings' }
  /** How playlists come out of the services they are in. */
  | { readonly kind: 'guide' }
  | { readonly kind: 'unknown'; readonly hash: string }

/** `#/jobs/17/result`, with what is to be chosen there behind `?`; parts that came from outside are encoded. */
export function linkTo(route: Route, query = ''): string {
  return pathTo(route) + (query === '' ? '' : `?${query}`)
}

function pathTo(route: Route): string {
  switch (route.kind) {
    case 'start':
      return '#/'
    case 'jobs':
      return '#/jobs'
    case 'job':
      return `#/jobs/${encodeURIComponent(route.job)}`
    case 'library':
      return route.archive === undefined
        ? '#/library'
        : `#/library/${encodeURIComponent(route.archive)}`
    case 'tail':
      return `#/tail/${encodeURIComponent(route.archive)}`
    case 'result':
    case 'review':
    case 'print':
    case 'missing':
      return linkToView(route.view, route.kind)
    case 'settings':
      return '#/settings'
    case 'guide':
      return '#/guide'
    case 'unknown':
      return route.hash
  }
}

function linkToView(view: string, kind: ViewKind | 'missing'): string {
  const [room, id, , folder] = view.split('/')
  if (room === 'jobs') return `#/jobs/${id}/${kind}`
  return `#/library/${id}/${folder}${kind === 'result' ? '' : `/${kind}`}`
}

/** `#/jobs/17/result?show=failed` is a view's address, and what is chosen in it. */
export function splitHash(hash: string): { readonly path: string; readonly query: string } {
  const at = hash.indexOf('?')
  return at < 0 ? { path: hash, query: '' } : { path: hash.slice(0, at), query: hash.slice(at + 1) }
}

/** Of `location.hash`, without what is chosen in the view; what leads nowhere is a route of its own. */
export function readRoute(hash: string): Route {
  const { path } = splitHash(hash)
  const unknown: Route = { kind: 'unknown', hash: path }
  const parts = readParts(path)
  if (!parts) return unknown
  const [room, id, third, fourth, ...rest] = parts
  if (rest.length > 0) return unknown
  if (room === undefined) return { kind: 'start' }
  if ((room === 'settings' || room === 'guide') && id === undefined) return { kind: room }
  if (room === 'tail' && id !== undefined && third === undefined)
    return { kind: 'tail', archive: id }
  if (room === 'jobs') {
    if (id === undefined) return { kind: 'jobs' }
    if (third === undefined) return { kind: 'job', job: id }
    if ((third === 'result' || third === 'review' || third === 'print') && fourth === undefined)
      return { kind: third, view: viewOfJob(id) }
  }
  if (room === 'library') {
    if (id === undefined) return { kind: 'library' }
    if (third === undefined) return { kind: 'library', archive: id }
    const view = viewOfPlaylist(id, third)
    if (fourth === undefined) return { kind: 'result', view }
    if (fourth === 'review' || fourth === 'print' || fourth === 'missing')
      return { kind: fourth, view }
  }
  return unknown
}

/** Where the rows of a run are asked for. */
export function viewOfJob(job: string): string {
  return `jobs/${encodeURIComponent(job)}`
}

/** Where the rows of a playlist of an archive are asked for. */
export function viewOfPlaylist(archive: string, folder: string): string {
  return `archives/${encodeURIComponent(archive)}/playlists/${encodeURIComponent(folder)}`
}

/** Undefined where an escape is broken. */
function readParts(hash: string): string[] | undefined {
  try {
    return hash
      .replace(/^#?\/?/, '')
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
  } catch {
    return undefined
  }
}
