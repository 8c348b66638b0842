import { describe, expect, test } from 'vitest'
import type { Ability, Provider } from '../../../src/source/provider.ts'
import { makeContext } from '../../support/hosts/online.ts'

const ABILITIES: Readonly<Record<Ability, true>> = {
  search: true,
  find: true,
  locate: true,
  lookUp: true,
  recognise: true,
  cover: true,
}

/** What every provider must do, whatever it can: what it says of itself is what it is once it is open. */
export function testMethods(provider: Provider): void {
  const open = () =>
    provider.open(
      makeContext(provider, {
        ask: () => Promise.reject(new Error('A provider asked while it was opened.')),
      }),
    )

  describe(`${provider.title} as a provider`, () => {
    test('can do something, and says so once', () => {
      expect(provider.can.length).toBeGreaterThan(0)
      expect(new Set(provider.can).size).toBe(provider.can.length)
    })

    test('has the methods that it names, and no other', async () => {
      await using opened = open()
      const methods = (Object.keys(ABILITIES) as Ability[]).filter((each) => opened[each])
      expect(methods.toSorted()).toEqual(provider.can.toSorted())
      for (const each of methods) expect(opened[each]).toBeTypeOf('function')
    })

    test('is open under its own name, on the network', async () => {
      await using opened = open()
      expect(opened).toMatchObject({
        name: provider.name,
        title: provider.title,
        needsNetwork: true,
      })
      expect(provider.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    })

    test('reads addresses where it finds what they name, and only there', () => {
      expect(provider.readAddress !== undefined).toBe(provider.can.includes('find'))
      for (const text of ['', 'https://', 'https://example.org/details/x', 'not an address'])
        expect(provider.readAddress?.(text)).toBeUndefined()
    })

    test('makes assertions only where it looks up', async () => {
      await using opened = open()
      if (opened.makesAssertions) expect(provider.can).toContain('lookUp')
    })
  })
}
