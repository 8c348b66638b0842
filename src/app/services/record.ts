import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { reason, reasonOf } from '../../model/reason.ts'
import { english } from '../../words/english.ts'
import { StorageError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { readVersion } from '../version.ts'
import type { ServiceFinding } from './ask-services.ts'
import { redact } from './redact.ts'
import type { Exchange } from './watch-http.ts'

/** The answers of one service as a file of JSON, to be attached to a report. */
export interface ServiceRecord {
  /** `musicbrainz.json` */
  readonly file: string
  readonly text: string
}

/** Longer ones say no more of their shape. */
const MAX_LETTERS = 200_000

/** All that was asked of a service and answered, without keys and without what could tell who has asked. */
export function recordService(finding: ServiceFinding, environment: Environment): ServiceRecord {
  const { name, title, status, text, missing, exchanges } = finding
  const clean = (words: string) => redact(words, environment)
  const record = {
    songkeep: readVersion(),
    node: process.version,
    service: title,
    status,
    text: clean(english(text)),
    missing,
    answers: exchanges.map((each) => describe(each, clean)),
  }
  return { file: `${name}.json`, text: `${JSON.stringify(record, null, 2)}\n` }
}

/** Writes the records into a folder, and gives their paths by service. */
export async function writeRecords(
  findings: readonly ServiceFinding[],
  folder: string,
  environment: Environment,
): Promise<ReadonlyMap<string, string>> {
  const root = resolve(folder)
  const paths = new Map<string, string>()
  for (const finding of findings) {
    const { file, text } = recordService(finding, environment)
    const path = join(root, file)
    await writeRecord(path, text)
    paths.set(finding.name, path)
  }
  return paths
}

function describe(exchange: Exchange, clean: (words: string) => string) {
  const { method, answer, error } = exchange
  const asked = { method, url: clean(exchange.url), sent: exchange.sent && clean(exchange.sent) }
  if (!answer) return { ...asked, error: clean(error ?? '') }
  const { status, headers, body } = answer
  const text = decode(body)
  return {
    ...asked,
    status,
    headers: pickHeaders(headers),
    bytes: body.length,
    // Cleaned before it is cut, so that no half of a key is left.
    body: text === undefined ? undefined : clean(text).slice(0, MAX_LETTERS),
  }
}

async function writeRecord(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (cause) {
    const error = english(reasonOf(cause))
    throw new StorageError(reason('app.record-not-written', { path, error }), undefined, { cause })
  }
}

/** Undefined of a picture. */
function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

/** Headers that say how an answer is meant; the others may say who has asked. */
const TOLD =
  /^(?:content-type|content-length|retry-after|server|date|cf-mitigated|x-ratelimit-.*|ratelimit-.*)$/

const pickHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => TOLD.test(name)))
