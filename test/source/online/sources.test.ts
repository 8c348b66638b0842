import { expect, test } from 'vitest'
import { sources } from '../../../src/source/all.ts'
import { testOnlineSource } from '../../contract/online-source.ts'

test('every online source has a name of its own', () => {
  const names = sources.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

for (const source of sources) testOnlineSource(source)
