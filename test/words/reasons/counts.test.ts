import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Reason } from '../../../src/model/reason.ts'
import { wordsIn } from '../../../src/words/languages.ts'

const MODEL = join(import.meta.dirname, '../../../src/model/reasons')

/** Places, years, codes, versions and bounds that are no counts of things. */
const ORDINALS =
  /^(line|first|row|at|year|version|expected|port|status|bits|from|to|page|of|place|position|code|percent|index|track|part|peak|[a-z]*Ms|ms|bytes|[a-z]*Bytes|kbps|rate|[a-z]*Rate|probability|weight|exitCode|number|generation)$/

/** Codes with the names of their counts, from the table of parameters. */
function listCounts(): readonly (readonly [string, readonly string[]])[] {
  const files = readdirSync(MODEL, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(MODEL, path), 'utf8'))
  return texts.flatMap((text) =>
    [...text.matchAll(/'([a-z-]+\.[a-z0-9-]+)': \{([^{}]*)\}/g)].map(
      ([, code = '', fields = '']) => {
        const names = [...fields.matchAll(/readonly (\w+)\??: number\b/g)].map(
          ([, name = '']) => name,
        )
        return [code, names.filter((name) => !ORDINALS.test(name))] as const
      },
    ),
  )
}

const COUNT = 12_345

/** A count where one belongs, and a word elsewhere; a sentence that needs more of what it is given is not told. */
function tell(code: string, names: readonly string[], language: 'en' | 'de'): string | undefined {
  const words = wordsIn(language)
  const sentence = words.reasons[code as Reason['code']] as unknown
  if (typeof sentence !== 'function') return undefined
  const params = new Proxy({}, { get: (_, name) => (names.includes(String(name)) ? COUNT : 'x') })
  try {
    return String(sentence(params, { units: words.units, say: () => 'x' }))
  } catch {
    return undefined
  }
}

test.each(['en', 'de'] as const)('counts in reasons have separators: %s', (language) => {
  const told = listCounts()
    .filter(([, names]) => names.length > 0)
    .flatMap(([code, names]) => {
      const text = tell(code, names, language)
      return text === undefined ? [] : [[code, text] as const]
    })
  expect(told.length).toBeGreaterThan(30)
  expect(told.filter(([, text]) => text.includes(String(COUNT)))).toEqual([])
})
