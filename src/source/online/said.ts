import type { HttpAnswer, HttpRequest } from '../../base/http/http.ts'
import { asList, asRecord } from '../../base/json.ts'
import { cleanLine } from '../../text/clean.ts'
import { readText } from './fields.ts'

/** Characters of a host's own sentence that are told. */
const MAX_CHARACTERS = 200

/** A text as long as this, or with a sign of markup at its beginning, is a page and no sentence. */
const MAX_BYTES = 1000

/**
 * Why a host refuses, in its own words and in one line: from its JSON, else from a short plain text. What the
 * user keeps secret is left out, since hosts repeat keys that they do not know.
 */
export function readSaid(
  request: HttpRequest,
  { body }: Pick<HttpAnswer, 'body'>,
  json: unknown,
): string | undefined {
  const said = json === undefined ? readPlain(body) : readSentence(json)
  if (said === undefined) return undefined
  const clean = hideSecrets(request, said)
  return [...clean].slice(0, MAX_CHARACTERS).join('').trim() || undefined
}

/** `error`, `error.message`, `message`, `errors[0].message`, and under what names else hosts say it. */
function readSentence(json: unknown): string | undefined {
  const { error, message, errors, detail, errorMessage, headers } = asRecord(json)
  const first = asRecord(asList(errors)[0])
  // `info` is MediaWiki's, `headers.error_message` Jamendo's.
  const inner = [asRecord(error).message, asRecord(error).info, asRecord(headers).error_message]
  const given = [error, ...inner, message, first.message, detail, errorMessage]
  return [json, ...given].map(readWords).find((each) => each !== undefined)
}

/** No number and no list: those are codes. */
const readWords = (value: unknown) => (typeof value === 'string' ? readText(value) : undefined)

function readPlain(body: Uint8Array): string | undefined {
  if (body.length > MAX_BYTES) return undefined
  const text = cleanLine(new TextDecoder().decode(body))
  return /^[<[{]/.test(text) ? undefined : text
}

function hideSecrets({ secrets = {}, headers = {} }: HttpRequest, text: string): string {
  const token = headers.authorization?.split(' ').at(-1)
  const hidden = [...Object.values(secrets), token].filter((each) => each !== undefined)
  return hidden.reduce((left, each) => (each === '' ? left : left.replaceAll(each, '…')), text)
}
