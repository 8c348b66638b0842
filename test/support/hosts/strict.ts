import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Asked, type Replay, type Reply, type Say, startReplay } from './replay.ts'

/** Regular expressions by name. A name that comes several times must fit each time. */
type Patterns = Readonly<Record<string, string>>

type Refusal = Readonly<Pick<Reply, 'status' | 'headers'>> & { readonly body?: unknown }

/** One kind of request that a host takes. What is named nowhere is not taken. */
export interface AcceptedRequest {
  readonly method: 'GET' | 'POST'
  /** Where it is not the table's host. */
  readonly host?: string
  readonly path: string
  /** Parameters of the query. */
  readonly required?: Patterns
  readonly optional?: Patterns
  /** What must stand in the body: parameters of a form, or the fields of a JSON object. */
  readonly form?: Patterns
  readonly json?: Patterns
  readonly headers?: Patterns
  /** Parameters whose values have at most so many characters in all. */
  readonly together?: { readonly of: readonly string[]; readonly max: number }
  /** How the host refuses what has this path and is otherwise wrong. */
  readonly refusal?: Refusal
}

/** `fixtures/source/<name>/accepts.json`: what the real hosts take, and how they say no. */
export interface AcceptTable {
  /** The pages that say so. */
  readonly documentation: string | readonly string[]
  /** The day they were read, ISO 8601. */
  readonly read: string
  /** What the pages leave open. */
  readonly note?: string
  readonly host: string
  readonly accepts: readonly AcceptedRequest[]
  readonly refusal: Refusal
}

const root = join(import.meta.dirname, '../../fixtures/source')

/** Undefined where nobody has written one. */
export function readTable(name: string): AcceptTable | undefined {
  const path = join(root, name, 'accepts.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

export const readAllTables = (): readonly AcceptTable[] =>
  readdirSync(root).flatMap((name) => readTable(name) ?? [])

/** A question without the time at which it came. */
export type Question = Omit<Asked, 'at'>

/** Undefined where the host takes it, or where no table is about this host. */
export function findRefusal(tables: readonly AcceptTable[], asked: Question): Reply | undefined {
  const { hostname, pathname } = asked.url
  const rows = tables.flatMap((table) =>
    table.accepts.flatMap((row) =>
      fits(row.host ?? table.host, hostname) ? [{ table, row }] : [],
    ),
  )
  const [first] = rows
  if (!first) return undefined
  const ofPath = rows.filter(({ row }) => fits(row.path, pathname))
  if (ofPath.some(({ row }) => takes(row, asked))) return undefined
  const { table, row } = ofPath[0] ?? first
  const { status = 200, headers, body = '' } = (ofPath.length > 0 && row.refusal) || table.refusal
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

function takes(row: AcceptedRequest, { url, method, headers, body }: Question): boolean {
  const { required = {}, optional = {}, form = {}, json = {}, together } = row
  const query = groupValues(url.searchParams)
  const sent = readBody(body, row)
  const length = (together?.of ?? []).map((name) => [...(query.get(name)?.join('') ?? '')].length)
  return (
    method === row.method &&
    hasAll(query, required) &&
    isAmong(query, { ...required, ...optional }) &&
    hasAll(sent, { ...form, ...json }) &&
    isAmong(sent, { ...form, ...json }) &&
    hasAll(new Map(Object.entries(headers).map(([name, value]) => [name, [String(value)]])), {
      ...row.headers,
    }) &&
    length.reduce((sum, each) => sum + each, 0) <= (together?.max ?? 0)
  )
}

type Values = ReadonlyMap<string, readonly string[]>

/** The parameters of a form, or the fields of an object with the elements of lists one by one. */
function readBody(body: string, { form, json }: AcceptedRequest): Values {
  if (form) return groupValues(new URLSearchParams(body))
  if (!json) return new Map(body === '' ? [] : [['', [body]]])
  const fields = Object.entries(JSON.parse(body) as Record<string, unknown>)
  return new Map(fields.map(([name, value]) => [name, [value].flat().map(String)]))
}

function groupValues(parameters: URLSearchParams): Values {
  const groups = new Map<string, string[]>()
  for (const [name, value] of parameters) groups.set(name, [...(groups.get(name) ?? []), value])
  return groups
}

const hasAll = (values: Values, patterns: Patterns) =>
  Object.entries(patterns).every(([name, pattern]) => {
    const given = values.get(name) ?? []
    return given.length > 0 && given.every((value) => fits(pattern, value))
  })

const isAmong = (values: Values, patterns: Patterns) =>
  [...values].every(([name, given]) => {
    const pattern = patterns[name]
    return pattern !== undefined && given.every((value) => fits(pattern, value))
  })

const compiled = new Map<string, RegExp>()

function fits(pattern: string, value: string): boolean {
  const known = compiled.get(pattern) ?? new RegExp(pattern, 'su')
  compiled.set(pattern, known)
  return known.test(value)
}

export interface StrictSay {
  readonly say: Say
  /** What the real host would not have taken. */
  readonly refused: readonly string[]
  /** Throws where there is any. */
  check(): void
}

/** What `say` answers to a request that the real host takes; to any other the real host's refusal, which is told. */
export function makeStrict(tables: readonly AcceptTable[], say: Say): StrictSay {
  const refused: string[] = []
  return {
    refused,
    say(url, asked) {
      const refusal = findRefusal(tables, asked)
      if (!refusal) return say(url, asked)
      refused.push(`${asked.method} ${url} ${asked.body}`.trim())
      return refusal
    },
    check() {
      if (refused.length > 0)
        throw new Error(`The real host does not take this:\n${refused.join('\n')}`)
    },
  }
}

/**
 * A replay that takes what the real hosts take; a host that no table is about takes all. Whatever else was asked
 * for makes its end fail.
 */
export async function startStrictReplay(say: Say, tables = readAllTables()): Promise<Replay> {
  const strict = makeStrict(tables, say)
  const replay = await startReplay(strict.say)
  return {
    ...replay,
    async [Symbol.asyncDispose]() {
      await replay[Symbol.asyncDispose]()
      strict.check()
    },
  }
}
