import { type Reason, reason } from '../../model/reason.ts'
import { languageOf } from '../../words/language.ts'
import { wordsIn } from '../../words/languages.ts'
import { say } from '../../words/say.ts'
import type { RequestContext } from '../auth/principal.ts'

/** A page that can do nothing, and tells nobody the address that it was shown at: a code may be in it. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
}

interface PlainPage {
  readonly status: 200 | 400
  /** Where its link leads. */
  readonly back: string
  /** True where it goes there by itself. */
  readonly goes?: boolean
}

/** Where a browser is sent back to by another site: says a few sentences, and leads to our page. */
export function tellPlainly(
  c: RequestContext,
  what: readonly Reason[],
  { status, back, goes = false }: PlainPage,
): Response {
  const language = languageOf(c.req.header('accept-language')?.split(',')[0])
  const words = wordsIn(language)
  const said = what.map((each) => escapeHtml(say(each, words))).join(' ')
  const link = escapeHtml(say(reason('playlist.back-to-songkeep'), words))
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
${goes ? `<meta http-equiv="refresh" content="0; url=${back}">\n` : ''}<title>Songkeep</title>
<h1>Songkeep</h1>
<p>${said}</p>
<p><a href="${back}">${link}</a></p>
</html>
`
  return c.body(html, status, headers)
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
