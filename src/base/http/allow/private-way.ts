/**
 * Whether nobody on the way can listen: it is encrypted, or does not leave this machine. Whoever stands between two
 * machines could ask for a password in clear in the server's name.
 */
export const isPrivateWay = (address: string): boolean =>
  new URL(address).protocol === 'https:' || isOnThisMachine(address)

/** Whether what has this address is this machine itself. */
export const isOnThisMachine = (address: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(new URL(address).hostname)
