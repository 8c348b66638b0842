/**
 * Whether nobody on the way can listen: it is encrypted, or does not leave this machine. Whoever stands between two
 * machines could ask for a password in clear in the server's name.
 */
export function isPrivateWay(base: string): boolean {
  const { protocol, hostname } = new URL(base)
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
