/** No address that leads anywhere is longer. */
const MAX_ADDRESS_LENGTH = 4000

/**
 * The address where it is one of the web's; nothing for any other, nor for one with a name before its
 * host: that is a secret, or made to be misread.
 */
export function webAddress(url: string): string | undefined {
  const parsed = url.length > MAX_ADDRESS_LENGTH ? null : URL.parse(url)
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined
  return parsed.username === '' && parsed.password === '' ? parsed.href : undefined
}

/** The video that an address of YouTube names. */
export function youtubeId(url: string): string | undefined {
  const address = webAddress(url)
  if (address === undefined) return undefined
  const { hostname, pathname, searchParams } = new URL(address)
  const host = hostname.replace(/^(?:www|m|music)\./, '')
  const [, first = '', second = ''] = pathname.split('/')
  const id =
    host === 'youtu.be'
      ? first
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? first === 'watch'
          ? searchParams.get('v')
          : ['embed', 'shorts', 'live', 'v'].includes(first)
            ? second
            : undefined
        : undefined
  return id && /^[\w-]{11}$/.test(id) ? id : undefined
}
