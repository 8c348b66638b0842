import { expect, test } from 'vitest'
import { providers } from '../../../src/source/all.ts'
import { testMethods } from '../../contract/provider/methods.ts'

test('whatever is online has a name of its own', () => {
  const names = providers.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

for (const provider of providers) testMethods(provider)
