import type { HostPace } from '../../base/http/http.ts'

/** Questions that an entry is taken to need at each host, until some have been asked. */
const USUAL_QUESTIONS = 1.5
/** Of the time that asking took, the part that turns at a host must explain for them to be what is waited for. */
const MIN_EXPLAINED = 0.5

/**
 * How long it takes to ask those on the network about so many entries. Each host is asked at its own pace, at some no
 * more than so many times in a run, and the slowest of them is what the others wait for: so the turns at each are
 * counted. Where turns do not explain how long it took (answers come late), what was measured is taken.
 */
export class Asking {
  /** Entries that have been asked about. */
  #done = 0
  #underway = 0
  #busyMs = 0
  #since = 0

  begin(now: number): void {
    if (this.#underway++ === 0) this.#since = now
  }

  end(now: number): void {
    this.#done++
    this.#busyMs += now - this.#since
    this.#since = now
    this.#underway--
  }

  /** `entries` may be a part of one, for what is under way. */
  msFor(entries: number, hosts: readonly HostPace[]): number {
    if (entries <= 0) return 0
    const asked = this.#done + this.#underway / 2
    const turns = (host: HostPace) => {
      const each = this.#done === 0 ? USUAL_QUESTIONS : host.begun / asked
      return host.msUntil(Math.min(entries * each, host.perRun - host.begun))
    }
    const waits = Math.max(0, ...hosts.map(turns))
    if (this.#done === 0) return waits
    const explained = Math.max(0, ...hosts.map(({ begun, intervalMs }) => begun * intervalMs))
    if (explained < MIN_EXPLAINED * this.#busyMs) return (entries * this.#busyMs) / this.#done
    return waits * Math.max(1, this.#busyMs / explained)
  }
}
