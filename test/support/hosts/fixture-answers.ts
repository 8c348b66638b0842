import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextReply } from './online.ts'

const root = join(import.meta.dirname, '../../fixtures/source')

/** `fixtures/source/<name>/answers.json`: what the host says, of the documented shape, written by hand. */
interface ReplayedAnswer {
  /** How the address begins. */
  readonly ask: string
  /** What it holds besides, decoded and in lower case. */
  readonly with?: readonly string[]
  /** The page that documents this shape. */
  readonly documented?: string
  readonly status?: number
  readonly body: unknown
}

export const readFixture = (name: string, file: string) =>
  JSON.parse(readFileSync(join(root, name, file), 'utf8'))

/** What the fixtures of this name say to an address: the first that fits. Throws where none does. */
export function answerFrom(name: string): (url: URL) => TextReply {
  const answers: readonly ReplayedAnswer[] = readFixture(name, 'answers.json')
  return (url) => {
    // A plus that was escaped is a space within a space: `inc=a+b`.
    const asked = decodeURIComponent(url.href.replaceAll('+', ' '))
      .replaceAll('+', ' ')
      .toLowerCase()
    const answer = answers.find(
      (one) =>
        url.href.startsWith(one.ask) && (one.with ?? []).every((text) => asked.includes(text)),
    )
    if (!answer) throw new Error(`The fixtures hold no answer to ${url}.`)
    const { status = 200, body } = answer
    return { status, body: JSON.stringify(body) }
  }
}
