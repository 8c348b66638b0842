/** A folder on the way to another. */
export interface PathSegment {
  readonly name: string
  readonly path: string
}

const isWindows = (path: string) => /^[a-z]:[\\/]|^\\\\/i.test(path)
const separatorOf = (path: string) => (isWindows(path) ? '\\' : '/')

/** `/music/new`: a folder in another, written as its system writes it. */
export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder)
  return folder.endsWith(separator) ? folder + name : folder + separator + name
}

/** The last part of a path, or the path itself at the top of a system. */
export function nameOfPath(path: string): string {
  const parts = path.split(isWindows(path) ? /[\\/]/ : '/').filter((part) => part !== '')
  return parts.at(-1) ?? path
}

/** The way from the one of the tops that the path lies below, both ends included; the path alone where it lies below none. */
export function segmentsTo(path: string, tops: readonly string[]): readonly PathSegment[] {
  const separator = separatorOf(path)
  const top = tops
    .filter((each) => each === path || path.startsWith(joinPath(each, '')))
    .sort((one, other) => one.length - other.length)[0]
  if (top === undefined) return [{ name: path, path }]
  const steps: PathSegment[] = [{ name: top, path: top }]
  let reached = top
  for (const name of path.slice(top.length).split(separator)) {
    if (name === '') continue
    reached = joinPath(reached, name)
    steps.push({ name, path: reached })
  }
  return steps
}
