import type { Row } from '../../api/contract.ts'
import type { Facts } from '../../jobs/lease.ts'
import type { NewEntry } from '../../jobs/queue.ts'
import type { Progress } from '../../model/progress.ts'
import type { Track } from '../../model/track.ts'
import { joinNames } from '../jobs/title.ts'
import { remarkOf, remarkOfUnchanged } from './remarks.ts'
import { type Decided, listOfPlaylist, listOfReport, rowOfEntry, rowOfOutcome } from './rows.ts'

/** What a run reports to: the lease of its work. */
export interface RunListener {
  put(entry: NewEntry): void
  update(update: Facts): void
}

/** What is known of a run as a whole. */
export interface RunFacts {
  readonly done: number
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
  /** How long it may still take; absent while that is not known. */
  readonly remainingMs?: number
}

/** Turns a run's progress into entries, by which others follow it: one run, several playlists. */
export class RunUpdates {
  readonly #listener: RunListener
  readonly #decidedFor: (track: Track) => Decided
  /** Rows of the playlist that is being worked on, by position. */
  #rows = new Map<number, Row>()
  #list = -1
  #done = 0
  #total = 0
  #remainingMs: number | undefined
  /** Names of lists that were left as they are. */
  readonly #unchanged: string[] = []
  readonly #counts: Record<string, number> = {}

  constructor(listener: RunListener, decidedFor: (track: Track) => Decided) {
    this.#listener = listener
    this.#decidedFor = decidedFor
  }

  show(event: Progress): void {
    if (event.kind === 'planned') this.#plan(event)
    else if (event.kind === 'playlist') this.#begin(event)
    else if (event.kind === 'outcome') this.#finish(event)
    else if (event.kind === 'report')
      this.#listener.put(entryOf(listOfReport(this.#list, event.report, event.files)))
    else if (event.kind === 'unchanged') this.#passOver(event)
    else if (event.kind === 'remaining') {
      this.#remainingMs = event.remainingMs
      this.#listener.update({ facts: this.#facts })
    } else if (event.kind === 'stage') {
      const row = this.#rows.get(event.position)
      if (row) this.#putRow({ ...row, state: event.stage })
    } else {
      const remark = remarkOf(event)
      if (remark) this.#listener.put(entryOf(remark))
    }
  }

  #plan({ names, entries }: Extract<Progress, { kind: 'planned' }>) {
    this.#total = entries
    this.#listener.update({ facts: this.#facts, title: joinNames(names) })
  }

  #begin({ playlist }: Extract<Progress, { kind: 'playlist' }>) {
    this.#list++
    this.#rows = new Map()
    this.#listener.put(entryOf(listOfPlaylist(this.#list, playlist)))
    for (const entry of playlist.entries)
      this.#putRow(
        rowOfEntry(
          this.#list,
          entry,
          entry.kind === 'track' ? this.#decidedFor(entry.track) : undefined,
        ),
      )
  }

  #finish({ outcome }: Extract<Progress, { kind: 'outcome' }>) {
    const { decided } = this.#rows.get(outcome.position) ?? {}
    const row = rowOfOutcome(this.#list, outcome, decided)
    this.#listener.put({ ...entryOf(row), detail: outcome })
    this.#done++
    this.#counts[outcome.kind] = (this.#counts[outcome.kind] ?? 0) + 1
    this.#listener.update({ facts: this.#facts })
  }

  #passOver({ playlist: { name, entries } }: Extract<Progress, { kind: 'unchanged' }>) {
    this.#done += entries.length
    this.#unchanged.push(name)
    this.#listener.put(entryOf(remarkOfUnchanged(this.#unchanged)))
    this.#listener.update({ facts: this.#facts })
  }

  get #facts(): RunFacts {
    const counts = { ...this.#counts }
    return { done: this.#done, total: this.#total, counts, remainingMs: this.#remainingMs }
  }

  #putRow(row: Row) {
    this.#rows.set(row.position, row)
    this.#listener.put(entryOf(row))
  }
}

const entryOf = <Data extends { readonly key: string }>(data: Data) => ({ key: data.key, data })
