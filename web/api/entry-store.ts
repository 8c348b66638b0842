import type { ListEntry, Remark, Row, RunEntry } from '../../src/api/contract.ts'

/** The entries of one run as a view sees them: unchanged ones are the same objects as before. */
export interface EntryState {
  /** By their number. */
  readonly lists: readonly ListEntry[]
  /** Of one playlist, by position; the same array until one of its rows changes. */
  rows(list: number): readonly Row[]
  readonly remarks: readonly Remark[]
  /** Rises with every change. */
  readonly version: number
}

/** Takes entries up, many at a time, and hands out a state for each time. Knows no clock and no browser. */
export class EntryStore {
  #lists: readonly ListEntry[] = []
  readonly #rows = new Map<number, RowTable>()
  #remarks: ReadonlyMap<string, Remark> = new Map()
  #state: EntryState

  constructor() {
    this.#state = this.#see(0)
  }

  get state(): EntryState {
    return this.#state
  }

  apply(entries: readonly RunEntry[]): void {
    if (entries.length === 0) return
    const lists = new Map<number, ListEntry>()
    const remarks = new Map(this.#remarks)
    const touched = new Set<RowTable>()
    for (const entry of entries) {
      if (entry.kind === 'row') touched.add(this.#put(entry))
      else if (entry.kind === 'list') lists.set(entry.list, entry)
      else remarks.set(entry.key, entry)
    }
    for (const table of touched) table.rows = table.byPosition.filter((row) => row !== undefined)
    if (lists.size > 0) this.#lists = mergeLists(this.#lists, lists)
    if (entries.some(({ kind }) => kind === 'remark')) this.#remarks = remarks
    this.#state = this.#see(this.#state.version + 1)
  }

  #put(row: Row): RowTable {
    let table = this.#rows.get(row.list)
    if (!table) {
      table = { byPosition: [], rows: [] }
      this.#rows.set(row.list, table)
    }
    table.byPosition[row.position - 1] = row
    return table
  }

  #see(version: number): EntryState {
    const tables = new Map([...this.#rows].map(([list, { rows }]) => [list, rows]))
    return {
      lists: this.#lists,
      remarks: [...this.#remarks.values()],
      version,
      rows: (list) => tables.get(list) ?? none,
    }
  }
}

interface RowTable {
  /** With holes while rows are on their way. */
  readonly byPosition: (Row | undefined)[]
  rows: readonly Row[]
}

const none: readonly Row[] = []

function mergeLists(
  known: readonly ListEntry[],
  changed: ReadonlyMap<number, ListEntry>,
): readonly ListEntry[] {
  const all = new Map(known.map((list) => [list.list, list]))
  for (const [number, list] of changed) all.set(number, list)
  return [...all.values()].sort((one, other) => one.list - other.list)
}
