import type { Fault } from '../../words/fault.ts'
import { GIVEN_UP, LEASE_MS, MAX_TRIES } from '../limits.ts'
import type { EndState, Signal, Work } from '../queue.ts'
import type { Connection } from './connection.ts'
import { findWork, writeJson } from './read-row.ts'
import { isAlive } from './runner.ts'
import { FREE, NEXT, RECLAIM } from './statements.ts'

/** Who may run what: taking work, renewing and ending leases, and signals to who holds one. */
export class Claims {
  readonly #connection: Connection
  readonly #clock: () => number

  constructor(connection: Connection, clock: () => number) {
    this.#connection = connection
    this.#clock = clock
  }

  take(runner: string): Work | undefined {
    this.reclaim()
    return this.#connection.transaction(() => {
      const [next] = this.#connection.all(NEXT)
      return next && this.#begin(String(next.id), runner, false)
    })
  }

  /** By its id, for who will do it at once. */
  claim(id: string, runner: string): Work | undefined {
    this.reclaim()
    return this.#connection.transaction(() => {
      const [free] = this.#connection.all(FREE, id)
      return free && this.#begin(id, runner, true)
    })
  }

  #begin(id: string, runner: string, isAdopted: boolean): Work | undefined {
    this.#connection.run(
      `UPDATE work SET state = 'running', runner = ?, lease = ?, attached = ?, tries = tries + 1,
        started = coalesce(started, ?), ended = NULL, fault = NULL WHERE id = ?`,
      ...[runner, this.leaseEnd(), Number(isAdopted), this.now(), id],
    )
    return findWork(this.#connection, id)
  }

  heartbeat(id: string, runner: string): Signal | 'lost' | undefined {
    const [held] = this.#connection.all(
      'SELECT asked FROM work WHERE id = ? AND runner = ?',
      ...[id, runner],
    )
    if (!held) return 'lost'
    this.#connection.run('UPDATE work SET lease = ? WHERE id = ?', this.leaseEnd(), id)
    return (held.asked as Signal | null) ?? undefined
  }

  end(id: string, runner: string, state: EndState | 'queued', fault?: Fault): boolean {
    const ended = state === 'queued' ? null : this.now()
    const changed = this.#connection.run(
      `UPDATE work SET state = ?, ended = ?, fault = ?, attached = attached AND ?, runner = NULL, lease = NULL,
        asked = NULL WHERE id = ? AND runner = ?`,
      ...[state, ended, fault ? writeJson(fault) : null, Number(state !== 'queued'), id, runner],
    )
    return changed > 0
  }

  signal(id: string, signal: Signal): Work | undefined {
    this.reclaim()
    return this.#connection.transaction(() => {
      const state = signal === 'pause' ? 'paused' : 'cancelled'
      // What has been paused can still be cancelled.
      this.#connection.run(
        `UPDATE work SET state = ?, ended = ? WHERE id = ? AND state IN ('queued', 'interrupted', 'paused')`,
        ...[state, this.now(), id],
      )
      this.#connection.run(
        `UPDATE work SET asked = ? WHERE id = ? AND state = 'running'`,
        ...[signal, id],
      )
      return findWork(this.#connection, id)
    })
  }

  resume(id: string): Work | undefined {
    return this.#connection.transaction(() => {
      this.#connection.run(
        `UPDATE work SET state = 'queued', attached = 0, asked = NULL, fault = NULL, ended = NULL, tries = 0
          WHERE id = ? AND state IN ('paused', 'interrupted', 'failed', 'cancelled')`,
        id,
      )
      // A pause that its runner has not obeyed yet is taken back.
      this.#connection.run(`UPDATE work SET asked = NULL WHERE id = ? AND asked = 'pause'`, id)
      return findWork(this.#connection, id)
    })
  }

  /** Frees what is running though its lease has run out, or its process has ended. */
  reclaim(): void {
    const leased = this.#connection.all(
      `SELECT id, runner, lease FROM work WHERE state = 'running'`,
    )
    for (const { id, runner, lease } of leased) {
      if (Number(lease) > this.#clock() && isAlive(String(runner))) continue
      this.#connection.run(
        RECLAIM,
        ...[MAX_TRIES, MAX_TRIES, writeJson(GIVEN_UP), this.now(), String(id), String(runner)],
      )
    }
  }

  leaseEnd = () => this.#clock() + LEASE_MS
  now = () => new Date(this.#clock()).toISOString()
}
