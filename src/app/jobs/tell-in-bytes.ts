import type { Remark } from '../../api/contract.ts'
import { Pace } from '../../base/progress/pace.ts'
import type { Lease } from '../../jobs/lease.ts'
import { type Reason, reason } from '../../model/reason.ts'

/** Lines that are named below what is told. */
const MAX_LINES = 1_000

/** What the page is told of a job that goes through an archive's bytes: how far it is, and one remark with lines. */
export class ByteJobTeller {
  readonly #key: string
  readonly #lease: Lease
  readonly #lines: Reason[] = []
  readonly #pace = new Pace()
  #total = 0

  constructor(key: string, lease: Lease) {
    this.#key = key
    this.#lease = lease
    this.report(reason('app.verifying'))
  }

  /** Shown with the next report. */
  add(line: Reason): void {
    this.#lines.push(line)
  }

  report(text: Reason): void {
    const lines = this.#lines.slice(0, MAX_LINES)
    const remark: Remark = { kind: 'remark', key: this.#key, text, lines }
    this.#lease.put({ key: this.#key, data: remark })
  }

  begin(totalBytes: number): void {
    this.#total = totalBytes
  }

  progress(doneBytes: number): void {
    const now = performance.now()
    this.#pace.note(now, doneBytes)
    const remainingMs = this.#pace.left(now, doneBytes, this.#total)
    this.#lease.update({ facts: { done: doneBytes, total: this.#total, counts: {}, remainingMs } })
  }
}
