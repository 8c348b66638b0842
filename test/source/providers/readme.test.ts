import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listLinkServices } from '../../../src/app/services/link-services.ts'
import { providers } from '../../../src/source/all.ts'
import { readTable } from '../../support/hosts/strict.ts'

const readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8')
const rows = readme
  .split('\n')
  .filter((line) => / \| 20\d\d-\d\d-\d\d \| /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

const asking = [
  ...providers.filter(({ hosts }) => hosts.length > 0),
  ...listLinkServices({ cacheDir: 'nowhere', processors: 1 }),
]

test('the README has a row for each that asks a host, and no other', () => {
  expect(rows.map(([, title]) => title)).toEqual(asking.map(({ title }) => title))
})

test.each(asking)(
  'its row of $title tells the day that its facts were checked, and whether it needs a key',
  ({ name, title, key }) => {
    const [, , use, needs = '', checked, against] = rows.find((row) => row[1] === title) ?? []
    expect(use).not.toBe('')
    expect(/client id|token|key/.test(needs)).toBe(key !== undefined)
    expect(checked).toBe(readTable(name.replace(/-pages$/, ''))?.read)
    expect(against).not.toBe('')
  },
)

test('each that asks a host has a probe', () => {
  const without = providers.filter(({ hosts, probe }) => hosts.length > 0 !== (probe !== undefined))
  expect(without).toEqual([])
})
