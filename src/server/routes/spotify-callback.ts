import type { OpenAPIHono } from '@hono/zod-openapi'
import type { SpotifyService } from '../../app/context.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { REDIRECT_PATH } from '../../model/spotify-redirect.ts'
import { languageOf } from '../../words/language.ts'
import { wordsIn } from '../../words/languages.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import type { Request, RequestContext } from '../auth/principal.ts'

/** A page that can do nothing, and tells nobody the address that it was shown at: the code is in it. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
}

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
      return c.body(describe(error.reason, c), 400, headers)
    }
    return c.body(describe(reason('playlist.login-done'), c), 200, headers)
  })
}

function describe(what: Reason, c: RequestContext): string {
  const language = languageOf(c.req.header('accept-language')?.split(',')[0])
  const words = wordsIn(language)
  const back = say(reason('playlist.back-to-songkeep'), words)
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Songkeep</title>
<h1>Songkeep</h1>
<p>${escapeHtml(say(what, words))}</p>
<p><a href="/#/guide">${escapeHtml(back)}</a></p>
</html>
`
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
