import type { HostPace } from '../../base/http/http.ts'
import type { Playlist } from '../../model/playlist.ts'
import { RemainingTime } from './remaining-time.ts'
import type { Workshop } from './simulate.ts'
import type { WorkEvent } from './work.ts'

/** How often it is told how long a run may still take: more often, it only jumps. */
const INTERVAL_MS = 1000

/** The clock beside a run: takes down what is done, and tells now and then how long the rest may take. */
export class RemainingWatch {
  readonly #time: RemainingTime
  readonly #paces: () => readonly HostPace[]

  /** `paces`: of the hosts that may be asked, as their turns stand. */
  constructor(workshop: Workshop, paces: () => readonly HostPace[]) {
    this.#time = new RemainingTime(workshop)
    this.#paces = paces
  }

  plan(playlists: readonly Playlist[]): void {
    const lists = playlists.map(({ entries }) =>
      entries.flatMap((entry) =>
        entry.kind === 'track' ? [[entry.position, entry.track.durationMs] as const] : [],
      ),
    )
    this.#time.plan(lists.map((list) => new Map(list)))
  }

  note(event: WorkEvent): void {
    this.#time.note(event, performance.now())
  }

  /** Calls `tell` every second with milliseconds, once anything is known. */
  tell(tell: (remainingMs: number) => void): Disposable {
    const timer = setInterval(() => {
      const remainingMs = this.#time.remainingMs(performance.now(), this.#paces())
      if (remainingMs !== undefined) tell(Math.round(remainingMs))
    }, INTERVAL_MS)
    timer.unref()
    return { [Symbol.dispose]: () => clearInterval(timer) }
  }
}
