import { asList, asRecord } from '../../../base/json.ts'
import type { Knowledge } from '../../finder.ts'
import { nothingKnown } from '../../finder.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readCount, readText } from '../../online/fields.ts'
import type { KeyInfo, OnlineContext } from '../../provider.ts'
import type { FingerprintQuery, OnlineFingerprintLookup } from '../../sound-finder.ts'
import { readResults } from './results.ts'

const title = 'AcoustID'

const clientKey: KeyInfo = {
  variable: 'SONGKEEP_ACOUSTID_KEY',
  required: true,
  adds: 'Recognises a copy by its sound, so that nobody’s recording is taken for somebody else’s gift.',
  url: 'https://acoustid.org/new-application',
}

/** v2, https://acoustid.org/webservice: three questions a second, for what earns nobody money. */
export const acoustId: OnlineFingerprintLookup = {
  name: 'acoustid',
  title,
  key: clientKey,
  hosts: [{ host: 'api.acoustid.org', pace: { requests: 3, perMs: 1000 }, atOnce: 2 }],
  open(context) {
    let closed = false
    return {
      name: acoustId.name,
      title,
      async lookUpFingerprint(sound, signal) {
        signal.throwIfAborted()
        if (closed) throw new Error(`${title} was closed before this question.`)
        return lookUp(context, sound, signal)
      },
      async [Symbol.asyncDispose]() {
        closed = true
      },
    }
  },
}

/** What it holds of a sound begins at seven seconds; nothing that is a track lasts a day. */
const [SHORTEST_MS, LONGEST_MS] = [7000, 24 * 3600 * 1000]

async function lookUp(
  { http, key = '' }: OnlineContext,
  { fingerprint, durationMs }: FingerprintQuery,
  signal: AbortSignal,
): Promise<Knowledge> {
  if (!(durationMs >= SHORTEST_MS && durationMs < LONGEST_MS)) return nothingKnown
  const body = new URLSearchParams({
    duration: String(Math.round(durationMs / 1000)),
    fingerprint,
    meta: 'recordings releases compress',
    format: 'json',
  })
  const request = {
    url: 'https://api.acoustid.org/v2/lookup',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
    repeatable: true,
    secrets: { client: key },
  } as const
  const said = await askForJson(http, title, request, signal, { explain })
  return said ? readAnswer(said) : nothingKnown
}

function readAnswer(said: JsonAnswer): Knowledge {
  const { status, results } = asRecord(said.json)
  if (status !== 'ok' || !Array.isArray(results))
    throw unavailable(title, said, explain(200, said.json))
  return readResults(asList(results), said.answer)
}

/** https://github.com/acoustid/acoustid-server/blob/main/acoustid/api/errors.py */
function explain(_: number, json: unknown): string | undefined {
  const { code, message } = asRecord(asRecord(json).error)
  switch (readCount(code)) {
    case undefined:
      return undefined
    case 3:
      return 'AcoustID cannot read this fingerprint.'
    case 4:
      return `AcoustID does not know this key: look at ${clientKey.variable}, or get one at ${clientKey.url}.`
    case 14:
      return 'AcoustID takes no more questions for now.'
    default:
      return `AcoustID answered with an error: ${(readText(message) ?? 'without a reason').slice(0, 100)}.`
  }
}
