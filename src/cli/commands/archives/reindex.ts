import type { Command } from 'commander'
import type { ReindexFinding } from '../../../archive/reindex/line-search.ts'
import type { Reindexed } from '../../../archive/reindex/reindex.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import { spellOut } from '../../../words/spell-out.ts'
import type { Words } from '../../../words/words.ts'
import { exitCodes } from '../../exit-codes.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags {
  readonly dryRun?: boolean
  readonly json?: true
}

export function reindexCommand(words: Words): Command {
  const said = words.commandLine.reindex
  return makeCommand('reindex', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('--dry-run', said.dryRun)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, ['songkeep reindex ~/Keep --dry-run']))
    .action(async (dir: string, { dryRun = false, json }: Flags) => {
      const { reindex } = await import('../../../app/archives/health/reindex.ts')
      const { signal, done } = stopOnInterrupt(words)
      const { isTTY } = process.stderr
      const onRead = isTTY ? (read: number, total: number) => show(read, total, words) : undefined
      try {
        const result = await reindex(dir, { dryRun, onRead }, signal)
        if (isTTY) process.stderr.write('\r\u001b[K')
        const lines = json ? toJson(result) : tell(result, dryRun, words)
        process.stdout.write(lines.map((line) => `${line}\n`).join(''))
        if (result.findings.some(isLoss)) process.exitCode = exitCodes.incomplete
      } finally {
        done()
      }
    })
}

const isLoss = ({ kind }: ReindexFinding) => kind !== 'moved' && kind !== 'adopted'

function show(done: number, total: number, words: Words) {
  if (done % 20 === 0)
    process.stderr.write(`\r\u001b[K${words.terminal.reindex.reading(done, total)}`)
}

const toJson = ({ notes, findings, files, digested }: Reindexed): readonly string[] => [
  ...findings.map((finding) => JSON.stringify(finding)),
  JSON.stringify(spellOut({ kind: 'summary', files, digested, notes })),
]

function tell({ notes, findings, files, digested }: Reindexed, dryRun: boolean, words: Words) {
  const { reindex } = words.terminal
  const lines = findings.map((finding) => tellFinding(finding, words))
  const end = (dryRun ? reindex.wouldDo : reindex.done)(files, digested)
  return [...notes.map((note) => say(note, words)), ...lines, end]
}

function tellFinding(finding: ReindexFinding, { terminal: { reindex } }: Words): string {
  const path = cleanLine(finding.path)
  switch (finding.kind) {
    case 'moved':
      return reindex.moved(path, cleanLine(finding.from))
    case 'adopted':
      return reindex.adopted(path, finding.by, finding.from && cleanLine(finding.from))
    case 'lost':
      return reindex.lost(path, finding.by)
    default:
      return reindex[finding.kind](path)
  }
}
