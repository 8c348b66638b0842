import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningPostgres } from '../../support/servers/postgres.ts'
import type { Machine } from './machine.ts'
import type { Fleet } from './workers.ts'

/** How often each thing was done. */
export interface Told {
  kills: number
  restarts: number
  crashes: number
  databaseCuts: number
  machineCuts: number
}

export interface Trouble {
  /** No more of it: what is cut is mended. */
  end(): Promise<Told>
}

interface TroubleOptions {
  readonly fleet: Fleet
  readonly machines: readonly Machine[]
  readonly postgres: RunningPostgres
  readonly everyMs: number
  /** False: each fault once, then peace. */
  readonly isLasting: boolean
}

/** Longer than a lease lasts: another takes the work while its runner goes on. */
const LONG_CUT_MS = 40_000

/** A worker is killed every few seconds, and every other time something else breaks besides. */
export function makeTrouble(options: TroubleOptions): Trouble {
  const { fleet, machines, postgres, everyMs, isLasting } = options
  const end = new AbortController()
  const told: Told = { kills: 0, restarts: 0, crashes: 0, databaseCuts: 0, machineCuts: 0 }
  const behind: Promise<void>[] = []
  const cutOne = (ms: number) => {
    told.machineCuts++
    behind.push(machines[Math.floor(Math.random() * machines.length)]!.cut(ms, end.signal))
  }
  const cutDatabase = async (ms: number) => {
    told.databaseCuts++
    await Promise.all(machines.map((machine) => machine.cutDatabase(ms)))
  }
  const steps: readonly (() => unknown)[] = [
    () => cutOne(LONG_CUT_MS),
    () => {
      told.restarts++
      return postgres.restart(500)
    },
    () => cutDatabase(4_000),
    () => {
      told.crashes++
      return postgres.kill().then(() => postgres.restart(500))
    },
    () => cutOne(8_000),
    () => cutDatabase(8_000),
  ]
  const run = async () => {
    for (let step = 0; isLasting || step < 2 * steps.length; step++) {
      await sleep(everyMs, undefined, { signal: end.signal }).catch(() => {})
      if (end.signal.aborted) return
      const other = steps[Math.floor(step / 2) % steps.length]!
      if (step % 2 === 0) fleet.killOne()
      else await other()
    }
  }
  const ended = run()
  return {
    async end() {
      end.abort()
      await ended
      await Promise.all(behind)
      return { ...told, kills: fleet.kills }
    },
  }
}
