import type { ServerResponse } from 'node:http'

/** What our own page may do: nothing from elsewhere but sound of open hosts, and videos in their own player. */
const pagePolicy = (mediaHosts: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    ['media-src', "'self'", ...mediaHosts].join(' '),
    'frame-src https://www.youtube-nocookie.com',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A kept file is somebody else's text or sound: it is shown, and may do nothing. */
const filePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * Sound that is opened in a window of its own is played by the browser itself, which a sandbox would not let it
 * load; a script cannot come with it, as nothing else may be made of its type.
 */
const soundPolicy = "default-src 'none'; media-src 'self'; frame-ancestors 'none'"

/** A report brings its own script and style, and has no origin: it can fetch nothing, and reach nothing of ours. */
const reportPolicy =
  "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What a kept file may do when a browser opens it. */
export function choosePolicy(name: string, type: string): string {
  if (name === 'report.html' && type.startsWith('text/html')) return reportPolicy
  return /^audio\/(?!mpegurl)/.test(type) ? soundPolicy : filePolicy
}

const player = 'self "https://www.youtube-nocookie.com"'
const permissions = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi'],
  ...['display-capture', 'clipboard-read', 'screen-wake-lock', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat(['autoplay', 'fullscreen', 'encrypted-media'].map((feature) => `${feature}=(${player})`))
  .join(', ')

/** Goes with every answer; a route may say something stricter. */
export function listHeaders(mediaHosts: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': pagePolicy(mediaHosts),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': permissions,
    'Cache-Control': 'no-store',
  }
}

export function setHeaders(outgoing: ServerResponse, headers: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
}
