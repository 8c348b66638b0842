import { createHash } from 'node:crypto'
import type { Asked, Reply, Say } from './replay.ts'

export const CLIENT_ID = '0123456789abcdef0123456789abcdef'
const ME = 'me-myself'

/** An id as Spotify's are: 22 letters and digits. */
export const idOf = (number: number) => `A${String(number).padStart(21, '0')}`

/** A track as the API gives it; `key` is where an element holds it. */
export const makeTrack = (number: number) => ({
  type: 'track',
  uri: `spotify:track:${idOf(number)}`,
  name: `Song ${number}`,
  artists: [{ name: 'The Testers' }],
  album: { name: 'Sketches', artists: [{ name: 'The Testers' }], release_date: '1971-05-01' },
  duration_ms: 1000,
  external_ids: { isrc: `GBAAA71${String(number).padStart(5, '0')}` },
  track_number: 3,
  disc_number: 1,
  is_local: false,
})

/** Elements of a playlist, of the shape that is given since February 2026. */
export const makeItems = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    added_at: '2020-01-01T00:00:00Z',
    item: makeTrack(at),
  }))

export interface MadeUp {
  /** Elements of the playlist `idOf(1)`, and of the liked songs. */
  readonly items: readonly unknown[]
  /** What is said instead, where something is. */
  readonly instead?: (url: URL, asked: Asked) => Reply | undefined
  readonly snapshot?: () => string
}

/** Where the app's settings let the browser be sent back to: of this machine, any port may be named with it. */
const REGISTERED = 'http://127.0.0.1/callback'

/**
 * As https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow and …/concepts/redirect_uri have it:
 * a wrong client or address is told on Spotify's own page, and the browser never comes back.
 */
function complain(address: string): string | undefined {
  const { origin, pathname, searchParams } = new URL(address)
  if (`${origin}${pathname}` !== 'https://accounts.spotify.com/authorize') return 'Not found'
  const asked = Object.fromEntries(searchParams)
  if (asked.client_id !== CLIENT_ID) return 'INVALID_CLIENT: Invalid client'
  const redirect = URL.parse(asked.redirect_uri ?? '')
  if (redirect) redirect.port = ''
  if (redirect?.href !== REGISTERED) return 'INVALID_CLIENT: Invalid redirect URI'
  if (asked.response_type !== 'code') return 'response_type must be code or token'
  if (asked.code_challenge_method !== 'S256') return 'code_challenge_method must be S256'
  if (!/^[\w-]{43}$/.test(asked.code_challenge ?? '')) return 'code_challenge must be SHA-256'
  return undefined
}

export interface SpotifyServer {
  readonly say: Say
  /** Tokens that were given out, all of them secrets. */
  readonly secrets: readonly string[]
  /** Access tokens are good no longer. */
  expire(): void
  /** The user has taken the login back. */
  end(): void
  /** As `songkeep login` would have got them. */
  giveTokens(): { readonly accessToken: string; readonly refreshToken: string }
  /** As the browser would come back with it, for the address that the user was shown. */
  consent(address: string): URL
  /** What Spotify's own page says instead of asking, for an address that it does not take; undefined for a right one. */
  complain(address: string): string | undefined
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'private, max-age=0' },
  body: JSON.stringify(value),
})

/** Spotify's accounts and Web API, as they behaved in 2026: refresh tokens are good for one use. */
export function makeSpotify({ items, instead, snapshot = () => 'one' }: MadeUp): SpotifyServer {
  const secrets: string[] = []
  let access = ''
  let refresh = ''
  const codes = new Map<string, { challenge: string; redirect: string }>()
  const giveTokens = () => {
    access = `access-secret-${secrets.length}`
    refresh = `refresh-secret-${secrets.length}`
    secrets.push(access, refresh)
    return { accessToken: access, refreshToken: refresh }
  }
  const sayTokens = () => {
    const { accessToken, refreshToken } = giveTokens()
    return json({ access_token: accessToken, refresh_token: refreshToken, expires_in: 3600 })
  }

  const login = ({ body }: Asked): Reply => {
    const form = new URLSearchParams(body)
    const grant = form.get('grant_type')
    if (form.get('client_id') !== CLIENT_ID)
      return json({ error: 'invalid_client', error_description: 'Invalid client' }, 400)
    if (grant !== 'refresh_token' && grant !== 'authorization_code')
      return json({ error: 'unsupported_grant_type' }, 400)
    if (form.get('client_id') !== CLIENT_ID) return json({ error: 'invalid_client' }, 400)
    if (grant === 'refresh_token')
      return refresh !== '' && form.get('refresh_token') === refresh
        ? sayTokens()
        : json({ error: 'invalid_grant', error_description: 'Refresh token revoked' }, 400)
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256').update(form.get('code_verifier') ?? '')
    const isProven = code?.challenge === proof.digest('base64url')
    return isProven && code.redirect === form.get('redirect_uri')
      ? sayTokens()
      : json({ error: 'invalid_grant' }, 400)
  }

  const page = (url: URL, list: readonly unknown[]) => {
    const [limit, offset] = ['limit', 'offset'].map((name) => Number(url.searchParams.get(name)))
    const next = `https://elsewhere.example/?offset=${offset}`
    return json({
      items: list.slice(offset, (offset ?? 0) + (limit ?? 0)),
      total: list.length,
      next,
    })
  }

  const answer = (url: URL): Reply | undefined => {
    const playlist = `/v1/playlists/${idOf(1)}`
    switch (url.pathname) {
      case '/v1/me':
        return json({ id: ME, display_name: 'Me \u001b[31mMyself', product: 'premium' })
      case playlist:
        return json({ name: 'Evening', snapshot_id: snapshot(), owner: { display_name: 'Me' } })
      case `${playlist}/items`:
      case '/v1/me/tracks':
        return page(url, items)
      case '/v1/me/playlists':
        return page(url, [
          { name: 'Evening', uri: `spotify:playlist:${idOf(1)}`, owner: { id: ME } },
        ])
      case `/v1/tracks/${idOf(7)}`:
        return json(makeTrack(7))
      case `/v1/albums/${idOf(2)}`:
        return json({ ...makeTrack(1).album, tracks: {} })
      case `/v1/albums/${idOf(2)}/tracks`:
        return page(
          url,
          items.map((_, at) => ({ ...makeTrack(at), album: undefined })),
        )
      default:
        return undefined
    }
  }

  return {
    secrets,
    giveTokens,
    expire: () => {
      access = 'none'
    },
    end: () => {
      access = refresh = ''
    },
    complain,
    consent(address) {
      const { searchParams } = new URL(address)
      const code = `code-secret-${codes.size}`
      secrets.push(code)
      const redirect = searchParams.get('redirect_uri') ?? ''
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirect })
      const query = new URLSearchParams({ code, state: searchParams.get('state') ?? '' })
      return new URL(`${redirect}?${query}`)
    },
    say(url, asked) {
      const said = instead?.(url, asked)
      if (said) return said
      if (url.host === 'accounts.spotify.com') return login(asked)
      if (url.host !== 'api.spotify.com') return undefined
      return asked.headers.authorization === `Bearer ${access}`
        ? (answer(url) ?? json({ error: { status: 404, message: 'Resource not found' } }, 404))
        : json({ error: { status: 401, message: 'The access token expired' } }, 401)
    },
  }
}
