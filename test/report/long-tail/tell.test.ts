import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { describeTail } from '../../../src/app/tail/listening.ts'
import type { Track } from '../../../src/model/track.ts'
import { writeCurvesCsv, writeTailCsv } from '../../../src/report/long-tail/tell/csv.ts'
import { renderTailHtml } from '../../../src/report/long-tail/tell/html.ts'
import { renderTailText } from '../../../src/report/long-tail/tell/terminal.ts'
import { displayWidth } from '../../../src/report/terminal/width.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { archiveOf, keptFile } from '../../app/tail/samples.ts'
import { codePoint } from '../../support/code-point.ts'

const HOSTILE = [
  '<script>globalThis.ran = 1</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></svg><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\u001b[2J\u001b]0;title\u0007',
  '\u202Egnp.exe',
  '\ud800 half',
  'a,"b"\r\n=c',
]

const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: codePoint, maxLength: 30 }))

/** Kept and missing, played and not, withdrawn, with links that lead nowhere good. */
const tailOf = (texts: readonly string[]) => {
  const track = (at: number): Track => ({
    title: texts[at % texts.length] ?? '',
    artists: [texts[(at + 1) % texts.length] ?? ''],
    uri: `spotify:track:${at}`,
  })
  const text = texts[2 % texts.length] ?? ''
  const archive = archiveOf({
    name: text,
    files: [keptFile('a/b.mp3', track(0)), keptFile('a/c.mp3', track(1))],
    rows: [
      { track: track(0), path: 'a/b.mp3' },
      {
        track: track(5),
        outcome: {
          kind: 'not-found',
          position: 2,
          track: track(5),
          reason: text,
          links: [
            { kind: 'buy', service: text, url: 'javascript:alert(1)', by: text },
            { kind: 'listen', service: text, url: 'https://example.org/"onclick="x', by: text },
          ],
        },
      },
    ],
    withdrawn: [{ track: track(0) }, { track: track(5), at: text }],
  })
  const tracks = [0, 1, 5, 6].map((at) => ({ ...track(at), plays: 10 ** at }))
  return describeTail([archive], { tracks, notes: [] }, text)
}

type Node = DefaultTreeAdapterTypes.Node

function* elementsIn(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child)
}

const KNOWN = new Set(
  'html head meta title style body header p h1 h2 bdi b small div figure figcaption svg desc path text rect circle table thead tbody tr th td main ul li a span footer'.split(
    ' ',
  ),
)

test.each([en, de])('nothing of a title becomes markup ($language)', (words) => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 3, maxLength: 6 }), (texts) => {
      for (const { tagName, attrs } of elementsIn(parse(renderTailHtml(tailOf(texts), words)))) {
        expect(KNOWN).toContain(tagName)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^on/)
          if (name === 'href') expect(value).toMatch(/^https?:\/\//)
        }
      }
    }),
    { numRuns: 15 },
  )
})

test('no cell of a table is a formula, and none breaks out of its row', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 3, maxLength: 6 }), (texts) => {
      const tail = tailOf(texts)
      for (const table of [writeTailCsv(tail, en), writeCurvesCsv(tail)]) {
        const rows = readCsv(table)
        for (const row of rows) {
          expect(row).toHaveLength(rows[0]?.length ?? 0)
          for (const cell of row)
            if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^\s*[=+\-@]/)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test.each([80, 40, 120])(
  'the terminal has one screen, %d columns wide, and nothing moves it',
  (width) => {
    const many = Array.from(
      { length: 400 },
      (_, at): Track => ({
        title: `${HOSTILE[at % HOSTILE.length]} ${at}`,
        artists: ['東京事変 and a name that is quite long'],
        plays: 10 ** (at % 12),
      }),
    )
    const archive = archiveOf({
      files: many.slice(0, 90).map((each, at) => keptFile(`${at}.mp3`, each)),
    })
    for (const words of [en, de]) {
      const tail = describeTail([archive], { tracks: many, notes: [] }, 'history.json')
      const lines = renderTailText(tail, width, (_, text) => text, words)
        .trimEnd()
        .split('\n')
      expect(lines.length).toBeLessThanOrEqual(23)
      for (const line of lines) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
      }
    }
  },
)

/** By RFC 4180. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/g,
  )) {
    if (quoted === undefined && plain === '' && end === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}
