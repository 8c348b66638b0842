import type { Command } from 'commander'
import type { RepairEvent } from '../../../app/archives/health/repair.ts'
import { reason } from '../../../model/reason.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import { spellOut } from '../../../words/spell-out.ts'
import type { Words } from '../../../words/words.ts'
import { collect, positive } from '../../arguments.ts'
import { BoundedLines } from '../../display/bounded-lines.ts'
import { BytesBar } from '../../display/bytes-bar.ts'
import { exitCodes } from '../../exit-codes.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags {
  readonly from?: readonly string[]
  readonly library?: readonly string[]
  readonly parity?: number
  readonly offline?: true
  readonly dryRun?: true
  readonly json?: true
  readonly verbose?: true
}

const examples = [
  'songkeep repair ~/Keep',
  'songkeep repair ~/Keep --dry-run',
  'songkeep repair ~/Keep --from /media/disk/Keep',
  'songkeep repair ~/Keep --parity 10%',
]

const MAX_PERCENT = 100

export function repairCommand(words: Words): Command {
  const said = words.commandLine.repair
  return makeCommand('repair', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('--from <folder>', said.from, collect)
    .option('-l, --library <folder>', said.library, collect)
    .option('--parity <percent>', said.parity, positive(words, MAX_PERCENT))
    .option('--offline', said.offline)
    .option('--dry-run', said.dryRun)
    .option('--json', said.json)
    .option('-v, --verbose', words.commandLine.help.verbose)
    .addHelpText('after', helpAfter(words, examples))
    .action((dir: string, flags: Flags) => run(dir, flags, words))
}

async function run(dir: string, flags: Flags, words: Words): Promise<void> {
  const { repairArchive } = await import('../../../app/archives/health/repair.ts')
  const { withSavedKeys } = await import('../../../app/settings/settings.ts')
  const { signal, stopped, done } = stopOnInterrupt(words)
  const environment = await withSavedKeys(environmentIn(words))
  const { library: libraries, json, verbose, ...choices } = flags
  const bar = new BytesBar(words)
  const lines = new BoundedLines({ words, verbose: verbose === true, reserved: 3 })
  const events = repairArchive(dir, environment, signal, { ...choices, libraries })
  try {
    for await (const event of events) {
      if (event.kind === 'begun') bar.start(json ? 0 : event.bytes)
      else if (event.kind === 'progress') bar.update(event.bytes)
      else bar.stop()
      if (event.kind === 'repair-ended' && event.left > 0) process.exitCode = exitCodes.incomplete
      const line = json ? toJson(event) : describe(event, flags, words)
      if (line === undefined) continue
      if (json) process.stdout.write(`${line}\n`)
      else if (event.kind === 'repaired' || event.kind === 'unrepaired') lines.print(line)
      else {
        lines.end()
        process.stdout.write(`${line}\n`)
      }
    }
  } catch (error) {
    if (!stopped()) throw error
    process.exitCode = exitCodes.interrupted
  } finally {
    bar.stop()
    done()
  }
}

function toJson(event: RepairEvent): string | undefined {
  if (event.kind === 'begun' || event.kind === 'progress' || event.kind === 'ended')
    return undefined
  if (event.kind !== 'finding') return JSON.stringify(spellOut(event))
  const { kept: _, ...finding } = { kept: undefined, ...event.finding }
  return JSON.stringify(spellOut({ kind: 'finding', finding }))
}

function describe(event: RepairEvent, flags: Flags, words: Words): string | undefined {
  const dryRun = flags.dryRun === true
  const told = (text: string) => cleanLine(text)
  switch (event.kind) {
    case 'making':
      return told(words.health.making(event.list))
    case 'repaired':
      return told(say(reason('preserve.repaired', { ...event, dryRun }), words))
    case 'unrepaired':
      return told(say(reason('preserve.unrepaired', event), words))
    case 'parity-made':
      return told(words.health.parityMade(words.units.bytes(event.bytes)))
    case 'repair-ended':
      return told(say(reason('preserve.repair-done', { ...event, dryRun }), words))
    default:
      return undefined
  }
}
