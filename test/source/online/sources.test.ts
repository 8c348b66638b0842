import { expect, test } from 'vitest'
import { findHost, hosts } from '../../../src/rights/hosts.ts'
import { sources } from '../../../src/source/all.ts'
import { testOnlineSource } from '../../contract/online-source.ts'

test('every online source has a name of its own', () => {
  const names = sources.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(sources.map(({ name }) => name))('what the host of %s allows is told', (name) => {
  expect(findHost(hosts, name)?.says.reason).toMatch(/\.$/)
})

for (const source of sources) testOnlineSource(source)
