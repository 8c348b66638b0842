import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { reason } from '../../src/model/reason.ts'
import { renderHtml } from '../../src/report/html/report.ts'
import { renderText } from '../../src/report/terminal/report.ts'
import { renderWaterfall } from '../../src/report/terminal/waterfall.ts'
import { german, listUnmarked } from '../support/words/marked-words.ts'
import { report, someChanges } from './samples.ts'

const REASONS = new Set(['reason', 'note', 'level', 'reasons', 'notes', 'conditions'])
const coded = reason('match.exact')

/** The samples with a code for each of their sentences. */
function withCodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCodes)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => {
    if (!REASONS.has(name)) return [name, withCodes(each)]
    return [name, Array.isArray(each) ? each.map(() => coded) : each === undefined ? each : coded]
  })
  return Object.fromEntries(entries)
}

const given = withCodes(
  report(undefined, {
    changes: someChanges,
    unavailable: [{ source: 'Jamendo', reason: 'No.' }],
    hosts: ['archive.org'],
    refusedRequests: ['http://10.0.0.1/'],
  }),
) as ReturnType<typeof report>

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** Without the report's own names and addresses. */
const unsaid = (text: string) => listUnmarked(text, textsOf(given))

function readTexts(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === 'style' || node.nodeName === 'script') return ''
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(readTexts).join(' ') : ''
}

test('the German page says nothing but German words and the names of the report', () => {
  const page = renderHtml(given, german)
  expect(page).toContain('<html lang=de>')
  expect(page).toContain('Nicht gefunden')
  expect(unsaid(readTexts(parse(page)))).toEqual([])
})

test('and so does the German report in the terminal', () => {
  const options = { colour: false, width: 1000, archive: 'Keep', verbose: true, words: german }
  const text = renderText(given, options).replace('Keep', '')
  expect(text).toContain('Was nun')
  expect(unsaid(text)).toEqual([])
})

test('and the German waterfall', () => {
  const [match] = given.outcomes.flatMap((outcome) => ('match' in outcome ? outcome.match : []))
  if (!match) throw new Error('no such sample')
  const ranked = { ...match, accepted: true }
  for (const decision of ['match', 'ambiguous', 'none'] as const) {
    const ranking = { decision, matches: [ranked], reason: coded }
    const drawn = renderWaterfall({ title: '', artists: [] }, ranking, 1, german)
    expect(drawn).toContain('Summe')
    expect(unsaid(drawn)).toEqual([])
  }
})
