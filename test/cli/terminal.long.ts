import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { wordsIn } from '../../src/words/languages.ts'
import { makeTempDir } from '../support/program.ts'
import { runInTerminal } from '../support/python/pseudo-terminal.ts'
import { describePython } from '../support/python/python.ts'
import { makeWav } from '../support/sound.ts'

const ROWS = 3000

/** Three files, and a list of 3,000 rows that names them, one of them as another version, wide names and emoji among the rest. */
async function makeLong() {
  const dir = await makeTempDir()
  const [library, list] = [join(dir, 'Music'), join(dir, 'Long list.csv')]
  await mkdir(library)
  for (const [at, title] of ['Amber', 'Basalt (Live)', 'Cedar'].entries())
    await writeFile(join(library, `The Testers - ${title}.wav`), makeWav(1, at + 1))
  const rows = ['Amber', 'Basalt', 'Cedar'].map((title) => `${title},The Testers`)
  for (let row = rows.length; row < ROWS; row++)
    rows.push(row % 400 === 0 ? `海の灯り ${row} 👩‍👩‍👧‍👦,灯台` : `Song ${row},Artist ${row % 70}`)
  await writeFile(list, `Title,Artist\n${rows.join('\n')}\n`)
  return { dir, library, list }
}

describePython('the end of a run over 3,000 rows, in a real terminal', () => {
  test.each([
    { language: 'en', rows: 24, columns: 80 },
    { language: 'de', rows: 24, columns: 40 },
  ] as const)(
    '$columns × $rows, $language: what was kept, what not, why, what next',
    async (given) => {
      const { language, rows, columns } = given
      const { dir, library, list } = await makeLong()
      const args = ['backup', list, '-l', library, '-i', join(dir, 'Keep'), '--dry-run']
      const { code, lines } = await runInTerminal(
        [...args, '--lang', language],
        join(dir, 'cache'),
        {
          rows,
          columns,
        },
      )
      expect(code).toBe(1)
      const words = wordsIn(language)
      const screen = lines.slice(-rows)
      const text = screen.join(' ').replaceAll(/\s+/g, ' ')
      const { count } = words.units
      // What was kept, and what not: the sum, last.
      const sum = words.outcomes.summary({
        ...{ tracks: ROWS, good: 2, already: 0, verb: 'would-keep' },
        others: [
          ['ambiguous', 1],
          ['not-found', ROWS - 3],
        ],
      })
      expect(text).toContain(sum)
      // Why: the groups with their counts and reasons, and the first of them.
      const { labels } = words.outcomes
      expect(text).toContain(`${labels['not-found']} ${count(ROWS - 3)} · `)
      expect(text).toContain(`${labels.ambiguous} ${count(1)} · `)
      expect(text).toContain(String(words.reasons['backup.nothing-near']).slice(0, 30))
      expect(text).toContain('Artist 3 – Song 3')
      // What next, and where the whole is.
      const { lastScreen } = words.terminal
      for (const label of [
        lastScreen.steps.decide,
        lastScreen.steps.library,
        lastScreen.whole.page,
      ])
        expect(text).toContain(label)
      expect(text).toContain('songkeep serve --open')
      expect(text).toContain('--verbose')
      // From the name of the list on it is on the screen, with the prompt below it.
      expect(screen.slice(0, -1)).toContain('Long list')
      for (const line of screen.slice(screen.indexOf('Long list')))
        expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    },
  )

  test('--verbose prints every row, and the sum last', async () => {
    const { dir, library, list } = await makeLong()
    const args = ['backup', list, '-l', library, '-i', join(dir, 'Keep'), '--dry-run', '--verbose']
    const size = { rows: 24, columns: 80 }
    const { lines } = await runInTerminal(args, join(dir, 'cache'), size)
    expect(lines.filter((line) => /^ +\d+ {2}×/.test(line))).toHaveLength(ROWS - 3)
    expect(lines.slice(-4).join(' ')).toContain(wordsIn('en').units.count(ROWS - 3))
  })
})
