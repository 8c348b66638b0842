import { type Reason, reason } from '../../../model/reason.ts'

export interface ArtistTitle {
  readonly artist?: string
  readonly title: string
  readonly note?: Reason
}

// A dash of any kind with space around it; a hyphen without is part of a name (Jay-Z). Runs of space
// are made one before: looking for a run from each of its places would take time by its square.
const SPACED = /[ \u3000](?:[-‐‑‒–—―−－~]|--)[ \u3000]/
// The long dashes part words even without space.
const LONG = /[–—―]/
const QUOTED = /^["“„«](.+)["”“»] (?:by|von|par|de|di) (.+)$/i

/**
 * Takes `Artist - Title` apart at its first dash: what follows a second one (`- Live`, `- Remastered
 * 2011`) belongs to the title. Without a dash everything is the title.
 */
export function splitArtistTitle(text: string): ArtistTitle {
  const line = text
    .slice(0, 20_000)
    .replace(/[\s--\u3000]+/gv, ' ')
    .trim()
  const quoted = QUOTED.exec(line)
  if (quoted?.[1] && quoted[2]) return { artist: quoted[2].trim(), title: quoted[1].trim() }
  const spaced = splitAt(line, SPACED)
  if (spaced) return spaced
  const long = splitAt(line, LONG)
  if (long) return { ...long, note: reason('playlist.split-at-long-dash') }
  return { title: line }
}

function splitAt(line: string, dash: RegExp): { artist: string; title: string } | undefined {
  const found = dash.exec(line)
  if (!found) return undefined
  const artist = line.slice(0, found.index).trim()
  const title = line.slice(found.index + found[0].length).trim()
  return artist === '' || title === '' ? undefined : { artist, title }
}
