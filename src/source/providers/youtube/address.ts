/** What an address on YouTube names. */
export type VideoAddress =
  | { readonly kind: 'video'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }
  | NamedChannel

/** A channel by the name in its address: `@name`, or a user name of old. */
export interface NamedChannel {
  readonly kind: 'handle' | 'user'
  readonly name: string
}

const HOSTS = /^(?:(?:www\.|m\.|music\.)?youtube\.com|(?:www\.)?youtube-nocookie\.com|youtu\.be)$/
const VIDEO = /^[\w-]{11}$/
const CHANNEL = /^UC[\w-]{22}$/
const NAME = /^[\p{L}\p{N}\p{M}._·-]{1,60}$/u

/** Reads it without asking anybody; undefined for playlists, and for other hosts. */
export function readPlace(address: string): VideoAddress | undefined {
  if (address.length > 2000 || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || !HOSTS.test(url.hostname)) return undefined
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first = '', second = ''] = parts.slice(0, 2).map(decode)
  if (first.startsWith('@') && NAME.test(first.slice(1))) return { kind: 'handle', name: first }
  if (first === 'user' && NAME.test(second)) return { kind: 'user', name: second }
  if (first === 'channel' && CHANNEL.test(second)) return { kind: 'channel', id: second }
  const id =
    url.hostname === 'youtu.be'
      ? first
      : first === 'watch'
        ? url.searchParams.get('v')
        : /^(?:embed|v|shorts|live)$/.test(first) && second
  return id && VIDEO.test(id) ? { kind: 'video', id } : undefined
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Where a person watches it. */
export const watchPage = (id: string) => `https://www.youtube.com/watch?v=${id}`
