import { vi } from 'vitest'
import { RemainingTime } from '../../../src/backup/remaining/remaining-time.ts'
import type { EntryEvent } from '../../../src/backup/remaining/work.ts'
import { lookAheadOf, Scheduler } from '../../../src/backup/scheduler.ts'
import { InProcessLimiter } from '../../../src/base/http/limit/in-process.ts'
import type { RateLimiter } from '../../../src/base/http/limit/rate-limiter.ts'
import { inParallel } from '../../../src/base/parallel.ts'
import { Semaphore } from '../../../src/base/semaphore.ts'

/** An entry of a run that never happens: what is true of it, and what its list says. */
export interface VirtualEntry {
  /** `own`: a file of the user's; `open`: found on the network; `none`: asked for there in vain. */
  readonly is: 'kept' | 'own' | 'open' | 'none'
  readonly soundMs: number
  /** The list says how long it is. */
  readonly isTold?: boolean
}

interface VirtualHost {
  readonly host: string
  readonly requests: number
  readonly perMs: number
  readonly questions: number
  readonly answersAfterMs: number
}

export interface VirtualRun {
  readonly entries: readonly VirtualEntry[]
  readonly hosts?: readonly VirtualHost[]
  readonly encoders?: number
  /** Sound that an encoder works through in a second, in seconds. */
  readonly speed?: number
}

/** What was said at a moment of a run, and what was true. */
export interface Moment {
  readonly atMs: number
  readonly saidMs: number | undefined
}

/** Sound between two words of an encoder, as it is in the real one. */
const WORD_MS = 30_000
/** Between two moments at which is looked. */
const STEP_MS = 4000
const signal = new AbortController().signal

/**
 * Goes through a run in no time: the scheduler, the hosts' turns and the order of events are the real ones, and what
 * takes time waits for a clock that the test moves. Returns what was said now and then, and how long all took.
 */
export async function goThrough(run: VirtualRun) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
  try {
    const { entries, hosts = [], encoders = 2 } = run
    const width = Math.max(encoders + 2, hosts.length > 0 ? 12 : 0)
    const time = new RemainingTime({ encoders, lookAhead: lookAheadOf(width) })
    time.plan([
      new Map(entries.map(({ soundMs, isTold = true }, at) => [at, isTold ? soundMs : undefined])),
    ])
    time.note({ kind: 'list', index: 0 }, 0)
    const limiters = hosts.map(openHost)
    const start = performance.now()
    const now = () => performance.now() - start
    const walked = walk(run, width, limiters, (event) => time.note(event, now())).then(now)
    let isDone = false
    void walked.finally(() => {
      isDone = true
    })
    const moments: Moment[] = []
    while (!isDone) {
      await vi.advanceTimersByTimeAsync(STEP_MS)
      if (isDone) break
      const paces = limiters.map(({ limiter }) => limiter.pace)
      moments.push({ atMs: now(), saidMs: time.remainingMs(now(), paces) })
    }
    return { totalMs: await walked, moments }
  } finally {
    vi.useRealTimers()
  }
}

interface OpenHost extends VirtualHost {
  readonly limiter: RateLimiter
}

const clock = { now: () => Date.now(), sleep: async (ms: number) => void (await pause(ms)) }

const openHost = (host: VirtualHost): OpenHost => {
  const { requests, perMs } = host
  const rule = { host: host.host, pace: { requests, perMs }, atOnce: 4 }
  return { ...host, limiter: new InProcessLimiter(rule, clock) }
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

async function walk(
  { entries, encoders = 2, speed = 30 }: VirtualRun,
  width: number,
  hosts: readonly OpenHost[],
  note: (event: EntryEvent) => void,
): Promise<void> {
  const scheduler = new Scheduler(width)
  const pool = new Semaphore(encoders)
  const line = new Semaphore(2)
  void lookAhead(entries, hosts.length > 0, note)
  const ask = async (position: number) => {
    for (const { limiter, questions, answersAfterMs } of hosts)
      for (let each = 0; each < questions; each++) {
        note({ kind: 'asking', position })
        await limiter.turn(() => pause(answersAfterMs), signal)
      }
  }
  const make = async (position: number, { is, soundMs }: VirtualEntry) => {
    if (is === 'open') {
      note({ kind: 'fetching', position })
      using _ = await line.acquire()
      // 320 kbit/s through 4 Mbit/s.
      await pause(soundMs * 0.08)
    }
    note({ kind: 'making', position })
    {
      using _ = await pool.acquire()
      await encode(position, soundMs, speed * unevenness(position), note)
    }
    note({ kind: 'storing', position })
    await pause(300)
  }
  const work = async (entry: VirtualEntry, position: number) => {
    using turn = await scheduler.begin(position)
    note({ kind: 'searching', position })
    await pause(entry.is === 'kept' ? 20 : 40)
    if (entry.is === 'open' || entry.is === 'none') await ask(position)
    if (entry.is === 'own' || entry.is === 'open') {
      const { soundMs: durationMs } = entry
      note({
        kind: 'found',
        position,
        sound: { durationMs, isRemote: entry.is === 'open', isCopied: false },
      })
      await turn.awaitName()
      const permit = turn.awaitMaking(entry.soundMs)
      turn.pass()
      using _ = await permit
      await make(position, entry)
    }
    note({ kind: 'ended', position, toFinish: false })
  }
  for await (const _ of inParallel(entries, scheduler.lookAhead, work));
}

/** As the walk does it: what the archive and the user's folders have of every entry, beside the work. */
async function lookAhead(
  entries: readonly VirtualEntry[],
  isOnline: boolean,
  note: (event: EntryEvent) => void,
): Promise<void> {
  for (const [position, { is, soundMs }] of entries.entries()) {
    await pause(5)
    if (is === 'kept') note({ kind: 'foreseen', position, need: { kind: 'nothing' } })
    else if (is === 'own') {
      const sound = { durationMs: soundMs, isRemote: false, isCopied: false }
      note({ kind: 'foreseen', position, need: { kind: 'make', sound } })
    } else if (isOnline) note({ kind: 'foreseen', position, need: { kind: 'ask', isKept: false } })
  }
}

async function encode(
  position: number,
  soundMs: number,
  speed: number,
  note: (event: EntryEvent) => void,
): Promise<void> {
  for (let done = 0; done < soundMs; done += WORD_MS) {
    note({ kind: 'made', position, soundMs: done })
    await pause(Math.min(WORD_MS, soundMs - done) / speed)
  }
}

/** Some files are slow to decode, others quick: 0.7 to 1.3, the same on every run. */
export const unevenness = (place: number) => 0.7 + 0.6 * (((place + 1) * 0.618_034) % 1)
