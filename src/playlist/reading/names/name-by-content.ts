import type { Entry } from '../../../model/playlist.ts'

const MAX_TITLES = 2
const MAX_LENGTH = 40

/** `Amber, Basalt …`: what a list that was pasted is called, as nobody has given it a name. Without tracks it is `Playlist`. */
export function nameByContent(entries: readonly Entry[]): string {
  const tracks = entries.flatMap((entry) => (entry.kind === 'track' ? [entry.track] : []))
  const titles = tracks.slice(0, MAX_TITLES).map(({ title }) => cut(title))
  if (titles.length === 0) return 'Playlist'
  return `${titles.join(', ')}${tracks.length > MAX_TITLES ? ' …' : ''}`
}

const cut = (title: string) =>
  title.length > MAX_LENGTH
    ? `${title
        .slice(0, MAX_LENGTH - 1)
        .toWellFormed()
        .trimEnd()}…`
    : title
