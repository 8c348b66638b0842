import { readFixture } from './hosts/fixture-answers.ts'
import type { TextReply } from './hosts/online.ts'

/** What a host was seen to answer, in the project's own words: `fixtures/source/<name>/samples.json`. */
interface Sample {
  /** When, as far as it is known. */
  readonly seen: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export function readSample(name: string, what: string): TextReply {
  const samples: Readonly<Record<string, Sample>> = readFixture(name, 'samples.json')
  const sample = samples[what]
  if (!sample) throw new Error(`${name}/samples.json has no “${what}”.`)
  const { status, headers, body } = sample
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}
