/**
 * Where Spotify sends the browser back to: always this machine, always this path.
 *
 * It stands in the app's settings at Spotify without a port, and is asked for with one: of an address of this machine
 * Spotify takes any port (https://developer.spotify.com/documentation/web-api/concepts/redirect_uri).
 */
export const REDIRECT_PATH = '/callback'

/** What is typed into the settings of one's own app at Spotify. */
export const REDIRECT_URI: string = `http://127.0.0.1${REDIRECT_PATH}`

/** What a login asks for, where the browser's answer is waited for at a port. */
export const redirectUriAt = (port: number): string => `http://127.0.0.1:${port}${REDIRECT_PATH}`
