import { findGrowth } from './growth.ts'
import type { Programs } from './programs.ts'
import { readCpuSeconds, takeSample } from './sample.ts'

/** What each may grow, whatever the length of the run: noise, and no more. Memory in MB. */
const TOLERANCES = { resident: 25, held: 3, descriptors: 4, sockets: 4, connections: 2 } as const
type Measured = keyof typeof TOLERANCES

/** What was measured of all programs over a run. */
export class Series {
  readonly #programs: Programs
  readonly #began = performance.now()
  readonly #values = new Map<string, { readonly measured: Measured; readonly values: number[] }>()

  constructor(programs: Programs) {
    this.#programs = programs
  }

  async sample(): Promise<void> {
    const { processes, folder, countConnections } = this.#programs
    for (const { name, pid } of processes) {
      const { resident, held, descriptors, sockets } = await takeSample(folder, pid)
      this.#note(name, 'resident', resident)
      this.#note(name, 'held', held)
      this.#note(name, 'descriptors', descriptors)
      this.#note(name, 'sockets', sockets)
    }
    if (countConnections) this.#note('database', 'connections', await countConnections())
  }

  /** What was sampled last, in one line. */
  describeLast(): string {
    const minutes = (performance.now() - this.#began) / 60_000
    const told = [...this.#values].map(
      ([name, { values }]) => `${name} ${values.at(-1)?.toFixed(1)}`,
    )
    return `${minutes.toFixed(1)} min: ${told.join('; ')}`
  }

  /** One line for each figure, and whether all of them are flat. While the programs still run. */
  async judge(): Promise<{ readonly isFlat: boolean; readonly lines: readonly string[] }> {
    const judged = [...this.#values].map(([name, { measured, values }]) => {
      const tolerance = TOLERANCES[measured]
      return { name, tolerance, ...findGrowth(values, tolerance) }
    })
    const lines = judged.map(({ name, tolerance, first, last, max, isFlat }) => {
      const [a, b, most] = [first, last, max].map((value) => value.toFixed(1))
      return `${name}: ${a} at first, ${b} at last, ${most} at most: ${isFlat ? 'flat' : `GROWS by more than ${tolerance}`}`
    })
    const seconds = (performance.now() - this.#began) / 1000
    for (const { name, pid } of this.#programs.processes) {
      const share = (await readCpuSeconds(pid)) / seconds
      lines.push(`${name}: ${share.toFixed(2)} of a core`)
    }
    return { isFlat: judged.every(({ isFlat }) => isFlat), lines }
  }

  #note(program: string, measured: Measured, value: number) {
    const name = `${program}, ${measured}`
    const values: number[] = this.#values.get(name)?.values ?? []
    values.push(value)
    this.#values.set(name, { measured, values })
  }
}
