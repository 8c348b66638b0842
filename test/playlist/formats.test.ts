import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formats } from '../../src/playlist/all.ts'
import { testFormat } from '../contract/format.ts'

for (const format of formats) testFormat(format)

test('every file in formats/ is on the list, under a name of its own', () => {
  const folder = join(import.meta.dirname, '../../src/playlist/formats')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.name.endsWith('.ts') ? [entry.name] : [],
  )
  expect(formats.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted())
})
