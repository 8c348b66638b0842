import { expect, test } from 'vitest'
import { findHost, hosts } from '../../../src/rights/hosts.ts'
import { providers } from '../../../src/source/all.ts'
import type { Provider } from '../../../src/source/provider.ts'
import { english } from '../../../src/words/english.ts'
import { testSearch } from '../../contract/provider/search.ts'

const sources = providers.filter(({ can }) => can.includes('search')) as Provider<'search'>[]

test('every provider that searches has a name of its own', () => {
  const names = sources.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(sources.map(({ name }) => name))('what the host of %s allows is told', (name) => {
  expect(english(findHost(hosts, name)?.says.reason ?? '')).toMatch(/\.$/)
})

for (const source of sources) testSearch(source)
