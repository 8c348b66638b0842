import { expect } from 'vitest'
import type { Http } from '../../../src/base/http/http.ts'
import { type AcceptTable, findRefusal, makeStrict, type Question } from './strict.ts'

interface Mutant {
  readonly what: string
  readonly question: Question
}

/**
 * Shows that the hosts take these questions, and that they refuse each of them, with their own refusal and without
 * an answer, once one name in it is another.
 */
export function expectMutantsRefused(
  tables: readonly AcceptTable[],
  questions: readonly Question[],
): void {
  expect(tables).not.toEqual([])
  expect(questions).not.toEqual([])
  const answered: string[] = []
  for (const question of questions) {
    expect(findRefusal(tables, question), `${question.url}`).toBeUndefined()
    for (const { what, question: mutant } of mutantsOf(tables, question)) {
      const strict = makeStrict(tables, () => ({ body: 'an answer' }))
      const reply = strict.say(mutant.url, { ...mutant, at: 0 })
      if (strict.refused.length === 0) answered.push(`${what}: ${mutant.url}`)
      else expect(reply).toEqual(findRefusal(tables, mutant))
    }
  }
  expect(answered).toEqual([])
}

/** One for each parameter, wherever it stands, for each part of the path, and for each header that is needed. */
function* mutantsOf(tables: readonly AcceptTable[], question: Question): Iterable<Mutant> {
  const { url, headers, body } = question
  for (const name of new Set(url.searchParams.keys()))
    yield { what: `query ${name}`, question: { ...question, url: renameInQuery(url, name) } }
  for (const [name, renamed] of renameInBody(body, String(headers['content-type'])))
    yield { what: `body ${name}`, question: { ...question, body: renamed } }
  const rows = tables.flatMap(({ accepts }) => accepts)
  const words = rows.map(({ path }) => path.replaceAll('\\', '')).join(' ')
  const segments = url.pathname.split('/')
  for (const [at, segment] of segments.entries()) {
    if (segment === '') continue
    // What stands for an id may be any other id: it is made something that is none.
    const changed = words.includes(segment) ? `${segment}x` : `${segment}~`
    const other = new URL(url)
    other.pathname = segments.with(at, changed).join('/')
    yield { what: `path ${segment}`, question: { ...question, url: other } }
  }
  const needed = rows.find(
    ({ path, method }) => method === question.method && new RegExp(path, 'su').test(url.pathname),
  )
  for (const name of Object.keys(needed?.headers ?? {}))
    yield {
      what: `header ${name}`,
      question: { ...question, headers: { ...headers, [name]: undefined } },
    }
}

/** The address with another name for this parameter. */
function renameInQuery(url: URL, name: string): URL {
  const renamed = new URL(url)
  const parameters = [...url.searchParams].map(([each, value]): [string, string] => [
    each === name ? `${each}x` : each,
    value,
  ])
  renamed.search = String(new URLSearchParams(parameters))
  return renamed
}

function renameInBody(body: string, type: string): readonly (readonly [string, string])[] {
  const isJson = type === 'application/json'
  const fields: [string, string][] = isJson
    ? Object.entries(JSON.parse(body))
    : [...new URLSearchParams(body)]
  return fields.map(([name]) => {
    const renamed = fields.map(([each, value]): [string, string] => [
      each === name ? `${each}x` : each,
      value,
    ])
    return [
      name,
      isJson ? JSON.stringify(Object.fromEntries(renamed)) : String(new URLSearchParams(renamed)),
    ]
  })
}

/** The way out, but for one parameter that is asked for under another name. */
export const renaming = (http: Http, name: string): Http => ({
  ...http,
  ask: ({ url, secrets = {}, ...request }, signal) => {
    const renamed = Object.entries(secrets).map(([each, value]) => [
      each === name ? `${each}x` : each,
      value,
    ])
    return http.ask(
      {
        ...request,
        url: renameInQuery(new URL(url), name).href,
        secrets: Object.fromEntries(renamed),
      },
      signal,
    )
  },
})
