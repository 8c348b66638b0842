import fc from 'fast-check'
import type { Report } from '../../src/model/outcome.ts'
import { codePoint } from '../support/code-point.ts'
import { report, someChanges } from './samples.ts'

/** Strings that have broken pages, playlists and terminals. */
const hostileStrings = [
  '<script>globalThis.ran = 1</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '&lt;b&gt;',
  'javascript:alert(1)',
  'JaVa\tScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.org/"onclick="alert(1)',
  '../../../etc/passwd',
  '#EXTM3U',
  '#EXTINF:1,injected\nhttp://evil.example/',
  'line\r\n#EXTINF:-1,injected\r\n/etc/passwd',
  'next\u0085line\u2028separator\u2029paragraph\u000bvertical\fform',
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31mred',
  '\u202Egnp.exe\u202C',
  '\u2066\u2067\u2068',
  '\ud800 half',
  '\u0000',
  '👩‍👩‍👧‍👦 سلام 日本語',
  '   ',
]

const hostile = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.string({ unit: codePoint, maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

// Fields whose values are chosen by the program, not by data.
const ours = new Set(['kind', 'field', 'how', 'action', 'format', 'quality'])
const times = new Set(['since', 'startedAt', 'finishedAt', 'keptAt'])

/** A report of every kind of outcome in which every text that data can choose is hostile. */
export const hostileReports: fc.Arbitrary<Report> = fc
  .tuple(fc.array(hostile, { minLength: 5, maxLength: 30 }), fc.boolean())
  .map(([texts, timesToo]) => {
    let next = 0
    const sample = report(undefined, {
      hosts: ['example.org'],
      refusedRequests: ['GET https://evil.example/'],
      changes: someChanges,
    })
    const poison = (value: unknown, key: string): unknown => {
      if (typeof value === 'string') {
        if ((ours.has(key) && value !== 'exportify') || (times.has(key) && !timesToo)) return value
        return texts[next++ % texts.length]
      }
      if (Array.isArray(value)) return value.map((one) => poison(one, key))
      if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(
          Object.entries(value).map(([name, one]) => [name, poison(one, name)]),
        )
      }
      return value
    }
    return poison(sample, '') as Report
  })
