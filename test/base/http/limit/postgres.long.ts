import { afterAll, beforeAll } from 'vitest'
import {
  type FleetLimits,
  openFleetLimits,
} from '../../../../src/base/http/limit/postgres/fleet.ts'
import { testRateLimiter } from '../../../contract/rate-limiter.ts'
import { describePostgres } from '../../../support/postgres.ts'

describePostgres('turns of a fleet, by PostgreSQL', (running) => {
  let one: FleetLimits
  let other: FleetLimits
  beforeAll(async () => {
    const url = await running().newDatabase()
    one = await openFleetLimits(url)
    other = await openFleetLimits(url)
  })
  afterAll(async () => {
    await one[Symbol.asyncDispose]()
    await other[Symbol.asyncDispose]()
  })
  // In turn, so that of two views each belongs to another process, as far as the database knows.
  let opened = 0
  testRateLimiter(() => (opened++ % 2 === 0 ? one.open : other.open))
})
