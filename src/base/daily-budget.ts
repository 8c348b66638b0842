import { readFileSync } from 'node:fs'
import { writeAtomic } from './file.ts'
import { asRecord } from './json.ts'

/** What somebody lets one user ask for in a day. */
export interface Allowance {
  /** Kebab-case: `youtube-search`. */
  readonly name: string
  /** More than 0. */
  readonly perDay: number
  /** IANA name of the time zone whose midnight begins the day. */
  readonly zone: string
}

export interface Budget {
  /** Takes one of today's; false where none is left. Counted over all runs, before it is used. */
  take(allowance: Allowance): Promise<boolean>
}

interface Day {
  readonly day: string
  readonly taken: number
}

/**
 * Keeps the count in a file, which is made when something is first taken. It is a memory, not a promise:
 * damaged or gone, it begins anew, and whoever is asked keeps a count of their own.
 */
export function openDailyBudget(path: string, now = () => new Date()): Budget {
  const days = readDays(path)
  let turn: Promise<unknown> = Promise.resolve()
  const take = async ({ name, perDay, zone }: Allowance) => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now())
    const before = days.get(name)
    const taken = before?.day === day ? before.taken : 0
    if (taken >= perDay) return false
    days.set(name, { day, taken: taken + 1 })
    await writeAtomic(path, `${JSON.stringify(Object.fromEntries(days))}\n`)
    return true
  }
  return {
    take(allowance) {
      const mine = turn.then(() => take(allowance))
      turn = mine.catch(() => {})
      return mine
    },
  }
}

function readDays(path: string): Map<string, Day> {
  const days = new Map<string, Day>()
  for (const [name, value] of Object.entries(asRecord(readJson(path)))) {
    const { day, taken } = asRecord(value)
    if (typeof day === 'string' && typeof taken === 'number' && taken >= 0)
      days.set(name, { day, taken })
  }
  return days
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
