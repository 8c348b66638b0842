import type { Command } from 'commander'
import type { CopyEvent, MirrorChoices } from '../../../app/archives/copies/mirror.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import { spellOut } from '../../../words/spell-out.ts'
import type { Words } from '../../../words/words.ts'
import { rate } from '../../arguments.ts'
import { BoundedLines } from '../../display/bounded-lines.ts'
import { BytesBar } from '../../display/bytes-bar.ts'
import { exitCodes } from '../../exit-codes.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags extends Pick<MirrorChoices, 'endpoint' | 'rate'> {
  readonly full?: true
  readonly check?: true
  readonly prune?: true
  readonly anew?: true
  readonly forget?: true
  readonly dryRun?: true
  readonly json?: true
  readonly verbose?: true
}

const examples = [
  'songkeep mirror ~/Keep /media/disk/Keep',
  'songkeep mirror ~/Keep s3://my-bucket/keep --endpoint https://s3.example',
  'songkeep mirror ~/Keep',
  'songkeep mirror ~/Keep --check',
]

export function mirrorCommand(words: Words): Command {
  const said = words.commandLine.mirror
  return makeCommand('mirror', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .argument('[target]', said.target)
    .option('--endpoint <address>', said.endpoint)
    .option('--check', said.check)
    .option('--full', said.full)
    .option('--prune', said.prune)
    .option('--anew', said.anew)
    .option('--forget', said.forget)
    .option('--rate <rate>', said.rate, rate(words))
    .option('--dry-run', said.dryRun)
    .option('--json', said.json)
    .option('-v, --verbose', words.commandLine.help.verbose)
    .addHelpText('after', helpAfter(words, examples, said.explanation))
    .action((dir: string, target: string | undefined, flags: Flags) =>
      run(dir, target, flags, words),
    )
}

async function run(
  dir: string,
  target: string | undefined,
  flags: Flags,
  words: Words,
): Promise<void> {
  const { mirrorArchive, checkCopies, forgetCopy } = await import(
    '../../../app/archives/copies/mirror.ts'
  )
  const environment = environmentIn(words)
  const choices = { ...flags, target }
  if (flags.forget) return await forgetCopy(dir, choices, environment)
  const { signal, stopped, done } = stopOnInterrupt(words)
  const go = flags.check ? checkCopies : mirrorArchive
  const show = new Shown(flags, words)
  try {
    for await (const event of go(dir, choices, environment, signal)) show.event(event)
    if (flags.json && flags.check) await printFiles(dir, signal)
  } catch (error) {
    if (!stopped()) throw error
    process.exitCode = exitCodes.interrupted
  } finally {
    show.stop()
    done()
  }
}

/** How many copies each file has, the worst first: a line a file. */
async function printFiles(dir: string, signal: AbortSignal): Promise<void> {
  const { describeCopies } = await import('../../../app/archives/copies/copies.ts')
  const { worst } = await describeCopies(dir, signal, Number.POSITIVE_INFINITY)
  for (const file of worst) process.stdout.write(`${JSON.stringify({ kind: 'file', ...file })}\n`)
}

/** What is told: a line for each event with `--json`, else what is worth reading. */
class Shown {
  readonly #flags: Flags
  readonly #words: Words
  readonly #bar: BytesBar
  readonly #faults: BoundedLines
  #stage: string | undefined

  constructor(flags: Flags, words: Words) {
    this.#flags = flags
    this.#words = words
    this.#bar = new BytesBar(words)
    this.#faults = new BoundedLines({ words, verbose: flags.verbose === true, reserved: 6 })
  }

  stop() {
    this.#bar.stop()
    this.#stage = undefined
  }

  event(event: CopyEvent) {
    const isHarmed = event.kind === 'done' && event.missing + event.damaged > 0
    if (isHarmed || event.kind === 'failed') process.exitCode = exitCodes.incomplete
    if (event.kind === 'progress') return this.#progress(event)
    if (this.#flags.json) process.stdout.write(`${JSON.stringify(spellOut(event))}\n`)
    else this.#tell(event)
  }

  #progress({ stage, bytes, totalBytes }: Extract<CopyEvent, { kind: 'progress' }>) {
    if (this.#stage !== stage) this.#bar.start(this.#flags.json ? 0 : totalBytes)
    this.#stage = stage
    this.#bar.update(bytes)
  }

  #tell(event: CopyEvent) {
    const line = describe(event, this.#words)
    if (line === undefined) return
    this.stop()
    if (event.kind === 'fault') {
      for (const each of line) this.#faults.print(cleanLine(each))
      return
    }
    this.#faults.end()
    process.stdout.write(`${line.map(cleanLine).join('\n')}\n`)
  }
}

function describe(event: CopyEvent, words: Words): readonly string[] | undefined {
  const { mirror } = words
  switch (event.kind) {
    case 'note':
      return [say(event.reason, words)]
    case 'plan':
      return [mirror.plan(event.target, event.copies, event.bytes, event.same), ...leftOut(event)]
    case 'fault':
      return [mirror.fault(event.path, say(event.reason, words))]
    case 'failed':
      return [say(event.reason, words), ...(event.advice ? [`  ${say(event.advice, words)}`] : [])]
    case 'done':
      if (event.did === 'dry-run') return [mirror.dryRun]
      return [
        event.did === 'check' ? mirror.checked(event) : mirror.mirrored(event),
        ...(event.missing + event.damaged > 0 ? [mirror.harmed(event)] : []),
      ]
    default:
      return undefined
  }

  function leftOut({ foreign, trashed }: Extract<CopyEvent, { kind: 'plan' }>) {
    return [
      ...(foreign > 0 ? [mirror.foreign(foreign)] : []),
      ...(trashed > 0 ? [mirror.trashed(trashed)] : []),
    ]
  }
}
