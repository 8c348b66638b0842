import { audioExtensions } from '../../../../src/model/audio-kinds.ts'

/** What was pasted or typed: addresses or paths, one a line, or a list of songs in words. */
export type Pasted =
  | { readonly kind: 'links'; readonly links: readonly string[] }
  /** Places on the computer that Songkeep runs on, or that the reader thinks it runs on. */
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }

const MAX_LINK_LENGTH = 2000
const LINK = /^(?:https?:\/\/|spotify:)\S+$/i
/** An address as people copy it from a screen: its beginning is missing. */
const BARE = /^(?:open\.|play\.|music\.|www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+$/i

/** `/home/me/list.m3u`, `~/list.m3u`, `C:\Users\me\list.m3u`, `\\server\list.m3u`, `file:///…`; also in quotes. */
const PATH = /^(["']?)(?:\/[^/\s][^/]*\/|~[/\\]|[a-z]:[/\\]|\\\\[^\\]+\\|file:\/\/).+\1$/i

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
  // Files of music, one a line, are a playlist as players write it.
  const isPlaylist = lines.length > 1 && lines.every(isMusic)
  const arePaths = lines.every((line) => line.length <= MAX_LINK_LENGTH && PATH.test(line))
  if (arePaths && !isPlaylist) return { kind: 'paths', paths: [...new Set(lines)] }
  return { kind: 'text', text: pasted }
}

const isMusic = (line: string) =>
  audioExtensions.has(/\.(\w{2,4})["']?$/.exec(line)?.[1]?.toLowerCase() ?? '')

function readLine(line: string): string | undefined {
  if (line.length > MAX_LINK_LENGTH) return undefined
  if (LINK.test(line)) return line
  return BARE.test(line) ? `https://${line}` : undefined
}

const isTrack = (link: string) =>
  /^spotify:track:|^https?:\/\/[^/]+\/(?:[\w-]+\/)?track\//i.test(link)
