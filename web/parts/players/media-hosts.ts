/** Whether sound may be played from an address: `https://archive.org` and `https://*.archive.org` are allowed by name. */
export function mayPlay(url: string, mediaHosts: readonly string[]): boolean {
  const { protocol, origin = '' } = URL.parse(url) ?? {}
  if (protocol !== 'https:') return false
  return mediaHosts.some((allowed) => {
    if (allowed === origin) return true
    const [scheme, parent] = allowed.split('*.')
    return parent !== undefined && scheme === 'https://' && origin.endsWith(`.${parent}`)
  })
}
