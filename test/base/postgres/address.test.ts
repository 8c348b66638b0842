import { describe, expect, test } from 'vitest'
import { readDatabaseAddress } from '../../../src/base/postgres/address.ts'

describe('the address of a database', () => {
  test('names host, port and database', () => {
    const address = readDatabaseAddress('postgres://anna:p%40ss@db.example.org/songs')
    expect(address).toMatchObject({ host: 'db.example.org', port: 5432, database: 'songs' })
    expect(readDatabaseAddress('postgresql://db:5433/x')).toMatchObject({ host: 'db', port: 5433 })
  })

  test('the password is taken out of what others say, as it is and as it is written', () => {
    const { redact } = readDatabaseAddress('postgres://anna:p%40ss@db.example.org/songs')
    expect(redact('no p@ss, no p%40ss, no anna')).toBe('no ***, no ***, no anna')
    expect(readDatabaseAddress('postgres://db/songs').redact('as it is')).toBe('as it is')
  })

  test.each([
    '',
    'mysql://db/x',
    'db.example.org',
    'postgres://a:secret@[::/x',
    'postgres://a:secret@db:port/x',
  ])('refuses what is none, without repeating it: %s', (text) => {
    let error: unknown
    try {
      readDatabaseAddress(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ reason: { code: 'database.no-address' } })
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('secret')
  })
})
