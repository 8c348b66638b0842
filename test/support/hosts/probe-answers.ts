import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readFixture } from './fixture-answers.ts'
import type { Reply } from './replay.ts'

/** `fixtures/source/<name>/probe.json`: what the host says to the question of its probe, by hand, of the documented shape. */
interface ProbeAnswer {
  /** How the address begins. */
  readonly ask: string
  /** What it holds besides, decoded and in lower case. */
  readonly with?: readonly string[]
  /** The page that documents this shape. */
  readonly documented?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** As it stands where it is text, else as JSON. */
  readonly body?: unknown
  /** Of a picture. */
  readonly hex?: string
}

const root = join(import.meta.dirname, '../../fixtures/source')

const answers: readonly ProbeAnswer[] = readdirSync(root)
  .filter((name) => existsSync(join(root, name, 'probe.json')))
  .flatMap((name) => readFixture(name, 'probe.json'))

/** What the hosts say to the questions of all probes. Throws where the fixtures hold no answer. */
export function sayToProbe(url: URL): Reply {
  const asked = decodeURIComponent(url.href.replaceAll('+', ' ')).toLowerCase()
  const answer = answers.find(
    (one) => url.href.startsWith(one.ask) && (one.with ?? []).every((text) => asked.includes(text)),
  )
  if (!answer) throw new Error(`The fixtures hold no answer to ${url}.`)
  const { status, headers, body, hex } = answer
  if (hex !== undefined) return { status, headers, body: Buffer.from(hex, 'hex') }
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}
