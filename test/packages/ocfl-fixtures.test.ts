import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { validateObject } from '../../src/packages/ocfl/validate/validate-object.ts'
import { describeShared } from '../support/shared.ts'
import { unpackShared } from './support/unpacked.ts'

const archive = 'ocfl-fixtures-1.1.tar.gz'

async function rulesOf(dir: string): Promise<readonly string[]> {
  const faults = await validateObject(dir)
  return [
    ...new Set(faults.map(({ reason }) => ('rule' in reason.params ? reason.params.rule : ''))),
  ]
    .map(String)
    .toSorted()
}

const named = (name: string) => [...name.matchAll(/[EW]\d{3}/g)].map(([rule]) => rule).toSorted()

describeShared('the specification’s own objects', `data/preservation/${archive}`, () => {
  let root = ''
  beforeAll(async () => {
    root = join(await unpackShared(archive), 'ocfl-fixtures-1.1')
  })

  test('12 good ones have nothing wrong with them', async () => {
    const names = await readdir(join(root, 'good-objects'))
    expect(names).toHaveLength(12)
    for (const name of names)
      expect([name, ...(await rulesOf(join(root, 'good-objects', name)))]).toEqual([name])
  })

  test('13 that are warned of break exactly the rules in their names', async () => {
    const names = await readdir(join(root, 'warn-objects'))
    expect(names).toHaveLength(13)
    for (const name of names)
      expect([name, ...(await rulesOf(join(root, 'warn-objects', name)))]).toEqual([
        name,
        ...named(name),
      ])
  })

  test('55 bad ones break exactly the rules in their names; of some one is warned besides', async () => {
    const names = await readdir(join(root, 'bad-objects'))
    expect(names).toHaveLength(55)
    for (const name of names) {
      const rules = await rulesOf(join(root, 'bad-objects', name))
      const errors = rules.filter((rule) => rule.startsWith('E'))
      expect([name, ...errors]).toEqual([name, ...named(name)])
    }
  })
})
