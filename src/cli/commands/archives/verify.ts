import type { Command } from 'commander'
import { isBucketName } from '../../../app/archives/bucket/named.ts'
import { describeFinding } from '../../../app/archives/health/tell-finding.ts'
import type { FixityFinding, VerifySummary } from '../../../model/preserve/fixity.ts'
import { reason } from '../../../model/reason.ts'
import { quoteWord } from '../../../report/terminal/shell.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import { spellOut } from '../../../words/spell-out.ts'
import type { Words } from '../../../words/words.ts'
import { positive, rate } from '../../arguments.ts'
import { checkPackage } from '../../check-package.ts'
import { BoundedLines } from '../../display/bounded-lines.ts'
import { BytesBar } from '../../display/bytes-bar.ts'
import { exitCodes } from '../../exit-codes.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags {
  readonly days?: number
  readonly rate?: number
  readonly json?: true
  readonly verbose?: true
}

const examples = [
  'songkeep verify ~/Keep',
  'songkeep verify s3://my-bucket/keep',
  'songkeep verify ~/Keep --days 30 --rate 20MB/s',
  'songkeep verify ~/Keep-torrents/audio-001.torrent',
]

export function verifyCommand(words: Words): Command {
  const said = words.commandLine.verify
  return makeCommand('verify', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('--days <number>', said.days, positive(words, MAX_DAYS))
    .option('--rate <rate>', said.rate, rate(words))
    .option('--json', said.json)
    .option('-v, --verbose', words.commandLine.help.verbose)
    .addHelpText('after', helpAfter(words, examples))
    .action(async (dir: string, flags: Flags) => {
      const { isPackage } = await import('../../../app/archives/packages/unpack.ts')
      if (await isPackage(dir)) await checkPackage(dir, flags.json === true, words)
      else await run(dir, flags, words)
    })
}

const MAX_DAYS = 3650

async function run(dir: string, { json, verbose, ...choices }: Flags, words: Words): Promise<void> {
  const { verifyNamed } = await import('../../../app/archives/health/verify.ts')
  const { signal, done } = stopOnInterrupt(words)
  const bar = new BytesBar(words)
  const findings: FixityFinding[] = []
  const lines = new BoundedLines({ words, verbose: verbose === true, reserved: 4 })
  try {
    for await (const event of verifyNamed(dir, environmentIn(words), signal, choices)) {
      if (event.kind === 'begun') bar.start(json ? 0 : event.bytes)
      else if (event.kind === 'progress') bar.update(event.bytes)
      else bar.stop()
      if (event.kind === 'finding') {
        findings.push(event.finding)
        if (json) process.stdout.write(`${toJson(event.finding)}\n`)
        else lines.print(cleanLine(say(describeFinding(event.finding), words)))
      } else if (event.kind === 'unrecorded')
        process.stderr.write(`${words.health.unrecorded(say(event.reason, words))}\n`)
      else if (event.kind === 'ended') {
        lines.end()
        printSummary(event.summary, findings, dir, json, words)
        await remember(dir, choices.days, event.summary, words)
      }
    }
  } finally {
    bar.stop()
    done()
  }
}

/** Without the whole line of the inventory, which is there already. */
function toJson(finding: FixityFinding): string {
  const { kept: _, ...told } = { kept: undefined, ...finding }
  return JSON.stringify(spellOut(told))
}

function printSummary(
  summary: VerifySummary,
  findings: readonly FixityFinding[],
  dir: string,
  json: true | undefined,
  words: Words,
) {
  if (summary.stopped) process.exitCode = exitCodes.interrupted
  else if (summary.faults > 0) process.exitCode = exitCodes.incomplete
  if (json) return void process.stdout.write(`${JSON.stringify({ kind: 'ended', ...summary })}\n`)
  const { health } = words
  const isGone = findings.some(({ kind }) => kind === 'missing' || kind === 'damaged')
  process.stdout.write(`${say(reason('app.checked', summary), words)}\n`)
  if (isBucketName(dir)) {
    if (isGone) process.stdout.write(`${say(reason('archive.backup-again'), words)}\n`)
    return
  }
  const command = `songkeep repair ${quoteWord(dir)}`
  if (findings.some(({ remedies }) => remedies.length > 0))
    process.stdout.write(`${health.whatToDo(command)}\n`)
  if (isGone) process.stdout.write(`${health.withCopy(`${command} --from …`)}\n`)
}

/** Of a part alone nothing is said on the page: the archive has not been verified. */
async function remember(
  dir: string,
  days: number | undefined,
  { faults, stopped }: VerifySummary,
  words: Words,
) {
  if (stopped || days !== undefined) return
  const { rememberArchive } = await import('../../../app/archives/known-archives.ts')
  const verified = { at: new Date().toISOString(), faults }
  await rememberArchive(environmentIn(words), dir, verified).catch(() => {})
}
