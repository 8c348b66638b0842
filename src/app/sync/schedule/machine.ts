import { type CommandResult, runCommand } from '../../../base/process/command.ts'
import type { Environment } from '../../environment.ts'

/** What can be asked of this machine to run something every night. */
export interface Machine extends Pick<Environment, 'unitsDir'> {
  /** Undefined where there is no such program. */
  run(command: string, args: readonly string[]): Promise<CommandResult | undefined>
}

export const openMachine = ({ unitsDir }: Environment): Machine => ({
  unitsDir,
  async run(command, args) {
    try {
      return await runCommand(command, args, { timeoutMs: 20_000, inSession: true })
    } catch {
      return undefined
    }
  },
})
