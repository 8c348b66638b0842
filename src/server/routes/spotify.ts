import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readPastedAnswer } from '../../app/spotify/pasted-answer.ts'
import type { Request } from '../auth/principal.ts'
import { orRefuse } from '../http-error.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Pasted = z.object({ address: z.string().min(1).max(8192) })

const Playlists = z.object({ playlists: z.array(schemas.SpotifyPlaylist) })

const accountRoute = createRoute({
  method: 'get',
  path: '/api/spotify',
  summary: 'Whether the user is logged in at Spotify',
  responses: answers('As it is now; Spotify is not asked.', schemas.SpotifyAccount),
})

const beginRoute = createRoute({
  method: 'post',
  path: '/api/spotify/login',
  summary: 'Begin a login at Spotify, under a client id of the user’s own',
  request: { body: takes(schemas.SpotifyLogin) },
  responses: answers('Its `pending` has the address to open.', schemas.SpotifyAccount),
})

const pasteRoute = createRoute({
  method: 'post',
  path: '/api/spotify/login/answer',
  summary: 'Give the address that the browser ended at, where it could not reach this machine',
  request: { body: takes(Pasted) },
  responses: answers('Logged in.', schemas.SpotifyAccount),
})

const logOutRoute = createRoute({
  method: 'delete',
  path: '/api/spotify/login',
  summary: 'Forget the login at Spotify, and one that waits',
  responses: answers('Logged out.', schemas.SpotifyAccount),
})

const playlistsRoute = createRoute({
  method: 'get',
  path: '/api/spotify/playlists',
  summary: 'The user’s own lists at Spotify',
  responses: answers('Those that can be read, and why the others cannot.', Playlists),
})

/** Adds the login at Spotify from the page, and the lists of the account. The answer comes by `addSpotifyCallback`. */
export function addSpotify(app: OpenAPIHono<Request>, redirectUri: string) {
  app.openapi(accountRoute, async (c) =>
    c.json(await orRefuse(422, () => c.var.context.spotify.read()), 200),
  )
  app.openapi(beginRoute, async (c) => {
    const { clientId } = c.req.valid('json')
    c.set('secrets', clientId === undefined ? [] : [clientId])
    return c.json(
      await orRefuse(422, () => c.var.context.spotify.begin(redirectUri, clientId)),
      200,
    )
  })
  app.openapi(pasteRoute, async (c) => {
    const { address } = c.req.valid('json')
    c.set('secrets', [address])
    await orRefuse(422, () => c.var.context.spotify.answer(readPastedAnswer(address)))
    return c.json(await c.var.context.spotify.read(), 200)
  })
  app.openapi(logOutRoute, async (c) =>
    c.json(await orRefuse(422, () => c.var.context.spotify.logOut()), 200),
  )
  app.openapi(playlistsRoute, async (c) => {
    const signal = AbortSignal.any([c.req.raw.signal, c.var.principal.gone])
    const playlists = await orRefuse(422, () => c.var.context.spotify.playlists(signal))
    return c.json({ playlists: [...playlists] }, 200)
  })
}
