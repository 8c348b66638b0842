/** What an address on YouTube names. */
export type Place =
  | { readonly kind: 'video'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }

const HOSTS = /^(?:(?:www\.|m\.|music\.)?youtube\.com|(?:www\.)?youtube-nocookie\.com|youtu\.be)$/
const VIDEO = /^[\w-]{11}$/
const CHANNEL = /^UC[\w-]{22}$/

/** Reads it without asking anybody; undefined for playlists, handles (`/@name`), and other hosts. */
export function readPlace(address: string): Place | undefined {
  if (address.length > 2000 || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || !HOSTS.test(url.hostname)) return undefined
  const [first = '', second = ''] = url.pathname.split('/').filter((part) => part !== '')
  if (first === 'channel' && CHANNEL.test(second)) return { kind: 'channel', id: second }
  const id =
    url.hostname === 'youtu.be'
      ? first
      : first === 'watch'
        ? url.searchParams.get('v')
        : /^(?:embed|v|shorts|live)$/.test(first) && second
  return id && VIDEO.test(id) ? { kind: 'video', id } : undefined
}

/** Where a person watches it. */
export const watchPage = (id: string) => `https://www.youtube.com/watch?v=${id}`
