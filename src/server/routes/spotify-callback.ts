import type { OpenAPIHono } from '@hono/zod-openapi'
import type { SpotifyService } from '../../app/context.ts'
import { reason } from '../../model/reason.ts'
import { REDIRECT_PATH } from '../../model/spotify-redirect.ts'
import { UserError } from '../../words/user-error.ts'
import type { Request } from '../auth/principal.ts'
import { tellPlainly } from './plain-page.ts'

const back = '/#/guide'

/**
 * Adds where Spotify sends the browser back to. It is answered without the password, whose cookie no browser brings
 * along from another site: what lets in is the state, which is told to nobody but Spotify, is good for one visit, and
 * for half an hour.
 */
export function addSpotifyCallback(app: OpenAPIHono<Request>, spotify: SpotifyService) {
  app.get(REDIRECT_PATH, async (c) => {
    const query = new URL(c.req.url).searchParams
    c.set(
      'secrets',
      ['code', 'state'].flatMap((name) => query.getAll(name)),
    )
    try {
      await spotify.answer(query)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return tellPlainly(c, [error.reason], { status: 400, back })
    }
    return tellPlainly(c, [reason('playlist.login-done')], { status: 200, back })
  })
}
