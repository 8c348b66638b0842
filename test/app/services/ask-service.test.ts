import { expect, test } from 'vitest'
import { askService } from '../../../src/app/services/ask-services.ts'
import { listProviderServices } from '../../../src/app/services/provider-services.ts'
import { providers } from '../../../src/source/all.ts'
import { answerDirectly, type DirectReply } from '../../support/hosts/direct-http.ts'
import { sayToProbe } from '../../support/hosts/probe-answers.ts'
import { environmentWithKeys } from '../../support/hosts/services.ts'

const services = listProviderServices(environmentWithKeys('nowhere'), '2026-11-28')
const { signal } = new AbortController()

/** One service, without a way between. */
function askOne(name: string, say: (url: URL) => DirectReply) {
  const service = services.find((each) => each.name === name)
  if (!service) throw new Error(`There is no service called ${name}.`)
  return askService(service, answerDirectly(say), 10_000, signal)
}

const fields = providers.flatMap(({ name, probe }) =>
  Object.entries(probe?.fields ?? {}).flatMap(([path, paths]) =>
    paths.map((field) => [name, path, field] as const),
  ),
)

/** Kinds of answers that only come where the first one is another than the fixtures hold. */
const NOT_ASKED = new Set(['/ws/2/recording/', '/ws/2/release', '/search'])
const asked = fields.filter(([name, path]) => name === 'itunes' || !NOT_ASKED.has(path))

test.each(asked)('of %s the answer at %s has lost %s: it is named', async (name, path, field) => {
  let lost = 0
  const found = await askOne(name, (url) => {
    const { body, status } = sayDirectly(url)
    if (kindOf(name, url) !== path || status === 404) return { body, status }
    lost++
    return { status, body: JSON.stringify(without(JSON.parse(mend(body)), field.split('.'))) }
  })
  expect(lost).toBeGreaterThan(0)
  expect(found).toMatchObject({ status: 'other-shape', missing: field, worthReporting: true })
  expect(JSON.stringify(found.text)).toContain(field)
})

function sayDirectly(url: URL): DirectReply {
  try {
    const { status, body = '' } = sayToProbe(url)
    return { status, body: String(body) }
  } catch {
    // What is asked besides, where an answer has not all that is needed.
    return { status: 404, body: '{}' }
  }
}

/** The kind of answer that is given there: its path begins so, and with none that is longer. */
const kindOf = (name: string, { pathname }: URL) =>
  fields
    .filter(([each, path]) => each === name && pathname.startsWith(path))
    .map(([, path]) => path)
    .toSorted((one, other) => other.length - one.length)[0]

/** What ccMixter sends is not quite JSON. */
const mend = (text: string) => text.replaceAll(/: 0+(?=\d)/g, ': ')

/** The value without this field, wherever its path leads: through every element of a list. */
function without(value: unknown, [step = '', ...rest]: readonly string[]): unknown {
  const [, name = '', lists = ''] = /^([^[]*)((?:\[\])*)$/.exec(step) ?? []
  if (name === '') return eachOf(value, lists, (one) => without(one, rest))
  const { [name]: inner, ...others } = value as Record<string, unknown>
  if (rest.length === 0 && lists === '') return others
  return { ...others, [name]: eachOf(inner, lists, (one) => without(one, rest)) }
}

function eachOf(value: unknown, lists: string, change: (one: unknown) => unknown): unknown {
  if (lists === '') return change(value)
  return (value as unknown[]).map((one) => eachOf(one, lists.slice(2), change))
}

/** As the real hosts refuse, by what was seen of them. */
test.each<[string, DirectReply, said: string, advice: string | undefined, report: boolean]>([
  [
    'musicbrainz',
    {
      status: 400,
      body: '{"error":"release-groups is not a valid inc parameter for the isrc resource."}',
    },
    'release-groups is not a valid inc parameter for the isrc resource.',
    undefined,
    true,
  ],
  [
    'deezer',
    { body: '{"error":{"type":"Exception","message":"Quota limit exceeded","code":4}}' },
    'Quota limit exceeded',
    'app.ask-later',
    false,
  ],
  [
    'jamendo',
    {
      body: '{"headers":{"status":"failed","code":5,"error_message":"Your credential is not authorized.","results_count":0},"results":[]}',
    },
    'Your credential is not authorized.',
    undefined,
    false,
  ],
  [
    'acoustid',
    { status: 400, body: '{"status":"error","error":{"code":4,"message":"invalid API key"}}' },
    'invalid API key',
    undefined,
    false,
  ],
  [
    'listenbrainz',
    { status: 401, body: '{"code":401,"error":"Invalid authorization token."}' },
    'Invalid authorization token.',
    undefined,
    false,
  ],
  [
    'wikimedia-commons',
    {
      body: '{"error":{"code":"maxlag","info":"Waiting for a database server: 9 seconds lagged."}}',
    },
    'Waiting for a database server: 9 seconds lagged.',
    'app.ask-later',
    false,
  ],
  [
    'ccmixter',
    { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Go away.\n' },
    'Go away.',
    'app.ask-from-elsewhere',
    false,
  ],
])('%s in its own words: %j', async (name, reply, said, advice, report) => {
  const found = await askOne(name, () => reply)
  expect(found).toMatchObject({ status: 'refused', text: { code: 'app.service-refuses' } })
  expect(JSON.stringify(found.text)).toContain(said)
  expect([found.advice?.code, found.worthReporting ?? false]).toEqual([advice, report])
})
