/** What was pasted or typed: addresses, one a line, or a list of songs in words. */
export type Pasted =
  | { readonly kind: 'links'; readonly links: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }

const MAX_LINK_LENGTH = 2000
const LINK = /^(?:https?:\/\/|spotify:)\S+$/i
/** An address as people copy it from a screen: its beginning is missing. */
const BARE = /^(?:open\.|play\.|music\.|www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+$/i

/**
 * Links where every line is one. `spotify:track:…` lines are a list of songs, and stay together as a text:
 * each by itself would be a playlist of its own.
 */
export function readPasted(pasted: string): Pasted {
  const lines = pasted
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return { kind: 'nothing' }
  const links = lines.map(readLine)
  const areLinks = links.every((link) => link !== undefined)
  if (areLinks && !(lines.length > 1 && links.every(isTrack)))
    return { kind: 'links', links: [...new Set(links)] }
  return { kind: 'text', text: pasted }
}

function readLine(line: string): string | undefined {
  if (line.length > MAX_LINK_LENGTH) return undefined
  if (LINK.test(line)) return line
  return BARE.test(line) ? `https://${line}` : undefined
}

const isTrack = (link: string) =>
  /^spotify:track:|^https?:\/\/[^/]+\/(?:[\w-]+\/)?track\//i.test(link)
