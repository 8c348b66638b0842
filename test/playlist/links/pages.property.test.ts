import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPublicPage } from '../../../src/playlist/links/public-page.ts'
import { readTrackPage } from '../../../src/playlist/links/track-page.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { anyJson } from '../../support/any-json.ts'
import { runs } from '../../support/runs.ts'
import { LIST, page } from './list-page.ts'

test('whatever a page says, there is a playlist or an error for the user', () => {
  const entity = fc.oneof(
    anyJson(),
    fc.record({
      title: anyJson(),
      trackList: fc.array(
        fc.oneof(
          anyJson(),
          fc.record(
            {
              uri: anyJson(),
              title: anyJson(),
              subtitle: anyJson(),
              duration: anyJson(),
              entityType: anyJson(),
            },
            { requiredKeys: [] },
          ),
        ),
      ),
    }),
  )
  const noise = fc.array(
    fc.constantFrom(
      '<script id="__NEXT_DATA__">',
      '</script>',
      '<!--',
      '-->',
      '{"props":',
      '}',
      '<meta property="og:title" content="',
      '">',
      '<body>',
      '\u0000',
      'x',
    ),
  )
  const html = fc.oneof(
    entity.map((each) => page(each)),
    noise.map((parts) => parts.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(html, (text) => {
      readTrackPage(text, LIST)
      try {
        const { entries } = readPublicPage(text, LIST)
        for (const [at, { position }] of entries.entries()) expect(position).toBe(at + 1)
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }),
    { numRuns: runs(10_000) },
  )
})
