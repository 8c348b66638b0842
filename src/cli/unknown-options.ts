import type { Command, Option } from 'commander'
import { editDistance } from '../text/likeness.ts'
import { wordsTyped } from './command-run.ts'

export interface UnknownOption {
  readonly flag: string
  /** The option that is most like it; empty where none is. */
  readonly like: string
}

/**
 * The first option on the command line that the command does not have. Commander tells of it last, after what is
 * missing because of it: whoever writes `--itno` would be asked for `--into`.
 */
export function findUnknownOption(command: Command): UnknownOption | undefined {
  const options = optionsOf(command)
  const typed = wordsTyped(command)
  const own = typed.slice(typed.indexOf(command.name()) + 1)
  for (let at = 0; at < own.length; at++) {
    const word = own[at] ?? ''
    if (word === '--') return undefined
    if (!/^-[^\d]/.test(word)) continue
    const flag = word.startsWith('--') ? word.replace(/=.*$/s, '') : word.slice(0, 2)
    const option = options.find(({ long, short }) => long === flag || short === flag)
    if (!option && !HELP.includes(flag)) return { flag, like: nearest(flag, options) }
    // Its value may begin with a hyphen too.
    if (option?.required && word === flag) at++
  }
  return undefined
}

const HELP = ['-h', '--help']

const optionsOf = (command: Command): readonly Option[] =>
  command.parent ? [...command.options, ...optionsOf(command.parent)] : command.options

const MAX_EDITS = 3

function nearest(flag: string, options: readonly Option[]): string {
  const edits = ({ long }: Option) => editDistance(flag, long ?? '', MAX_EDITS)
  const [best] = options
    .filter((option) => edits(option) <= Math.min(MAX_EDITS, flag.length / 3))
    .toSorted((one, other) => edits(one) - edits(other))
  return best?.long ?? ''
}
