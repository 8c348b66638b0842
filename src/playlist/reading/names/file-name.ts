/** What to call a playlist that has no name of its own: its file's name without folder and extension; empty where that is none. */
export function nameOf(input: { readonly name: string }): string {
  const name = input.name.replace(/\.(?:vdjfolder|aimppl4?|spotdl)$/i, '')
  // What is pasted comes from no file: `_` is what the sign is stored under.
  return name === '-' || name === '_' ? '' : stemOf(name)
}

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,9})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The last part of a path or address of either system, without its extension. */
export function stemOf(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return base.replace(/\.[a-z0-9]{1,5}$/i, '')
}

/** Percent signs taken as such where they are none. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The folder of a place with `/` between its parts; nothing where it has none. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Its last part. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
