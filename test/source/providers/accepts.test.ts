import { describe, expect, test } from 'vitest'
import { providers } from '../../../src/source/all.ts'
import { readAllTables, readTable } from '../../support/hosts/strict.ts'

const asking = providers.filter(({ hosts }) => hosts.length > 0)

test('of every provider it is written down what its hosts take', () => {
  const missing = asking.filter(({ name }) => !readTable(name)).map(({ name }) => name)
  expect(missing).toEqual([])
})

describe.each(asking.flatMap((provider) => (readTable(provider.name) ? [provider] : [])))(
  'what the hosts of $title take',
  ({ name, hosts }) => {
    const table = readTable(name)

    test('is about each host that it declares', () => {
      const patterns = [table?.host, ...(table?.accepts ?? []).map(({ host }) => host)]
      const told = patterns.flatMap((pattern) => (pattern ? [new RegExp(pattern, 'u')] : []))
      for (const { host } of hosts) {
        const samples = [host.replace('*', 'ia800100.us'), host.replace('*', 'prod-1')]
        expect(
          samples.some((each) => told.some((pattern) => pattern.test(each))),
          host,
        ).toBe(true)
      }
    })
  },
)

test.each(readAllTables())('$host: its pages and the day are named', (table) => {
  expect([table.documentation].flat().length).toBeGreaterThan(0)
  for (const page of [table.documentation].flat()) expect(page).toMatch(/^https?:\/\/\S+$/)
  expect(table.read).toMatch(/^20\d\d-\d\d-\d\d$/)
  for (const { path } of table.accepts) expect(path).toMatch(/^\^\/.*\$$/)
  expect(table.refusal.status).toBeGreaterThan(0)
})
