import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeAtomic } from '../../file.ts'
import { asList, asRecord } from '../../json.ts'
import type { Allowance, Budget } from './budget.ts'

interface Day {
  readonly day: string
  /** Hashes of the questions, one for each that was taken. */
  readonly taken: readonly string[]
}

/**
 * Keeps the count in a file, which is made when something is first taken. It is a memory, not a promise:
 * damaged or gone, it begins anew, and whoever is asked keeps a count of their own.
 */
export function openFileBudget(path: string, now = () => new Date()): Budget {
  const days = readDays(path)
  let turn: Promise<unknown> = Promise.resolve()
  const take = async ({ name, perDay, zone }: Allowance, question: string) => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now())
    const hash = createHash('sha256').update(question).digest('hex').slice(0, 16)
    const before = days.get(name)
    const taken = before?.day === day ? before.taken : []
    if (taken.includes(hash)) return true
    if (taken.length >= perDay) return false
    days.set(name, { day, taken: [...taken, hash] })
    await writeAtomic(path, `${JSON.stringify(Object.fromEntries(days))}\n`)
    return true
  }
  return {
    take(allowance, question) {
      const mine = turn.then(() => take(allowance, question))
      turn = mine.catch(() => {})
      return mine
    },
  }
}

function readDays(path: string): Map<string, Day> {
  const days = new Map<string, Day>()
  for (const [name, value] of Object.entries(asRecord(readJson(path)))) {
    const { day, taken } = asRecord(value)
    const hashes = asList(taken).filter((each) => typeof each === 'string')
    if (typeof day === 'string') days.set(name, { day, taken: hashes })
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
