import { asList, asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readCount, readText } from '../../online/fields.ts'
import { openProvider } from '../../online/open-provider.ts'
import type { FingerprintQuery, KeyInfo, Provider, ProviderContext } from '../../provider.ts'
import { acoustIdProbe } from './probe.ts'
import { readResults } from './results.ts'

const title = 'AcoustID'

const clientKey: KeyInfo = {
  variable: 'SONGKEEP_ACOUSTID_KEY',
  required: true,
  adds: reason('source.acoustid-adds'),
  url: 'https://acoustid.org/new-application',
}

/** v2, https://acoustid.org/webservice: three questions a second, for non-commercial use. */
export const acoustId: Provider<'recognise'> = {
  name: 'acoustid',
  title,
  key: clientKey,
  can: ['recognise'],
  probe: acoustIdProbe,
  hosts: [{ host: 'api.acoustid.org', pace: { requests: 3, perMs: 1000 }, atOnce: 2 }],
  open: (context) =>
    openProvider(acoustId, { recognise: (query, signal) => recognise(context, query, signal) }),
}

/** AcoustID knows no sound of less than seven seconds; no track lasts a day. */
const [MIN_MS, MAX_MS] = [7000, 24 * 3600 * 1000]

async function recognise(
  { http, key = '' }: ProviderContext,
  { fingerprint, durationMs }: FingerprintQuery,
  signal: AbortSignal,
): Promise<Knowledge> {
  if (!(durationMs >= MIN_MS && durationMs < MAX_MS)) return nothingKnown
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
function explain(_: number, json: unknown): Reason | undefined {
  const { code, message } = asRecord(asRecord(json).error)
  switch (readCount(code)) {
    case undefined:
      return undefined
    case 3:
      return reason('source.acoustid-unreadable')
    case 4:
      return reason('source.unknown-key', {
        place: title,
        variable: clientKey.variable,
        url: clientKey.url,
      })
    case 14:
      return reason('source.no-more-questions', { place: title })
    default:
      return reason('source.acoustid-error', { detail: readText(message)?.slice(0, 100) })
  }
}
