import type { Command } from 'commander'
import type { TransferOptions, Transferred } from '../../../archive/bucket/fetch-archive.ts'
import { reason } from '../../../model/reason.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { clearProgress, showProgress } from '../../check-package.ts'
import { exitCodes } from '../../exit-codes.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags {
  readonly json?: true
}

/** `archives fetch`: out of a bucket into a folder. */
export function fetchCommand(words: Words): Command {
  const said = words.commandLine.knownArchives
  return makeCommand('fetch', words)
    .description(said.fetch)
    .argument('<place>', said.bucket)
    .argument('<folder>', said.folder)
    .option('--json', said.transferJson)
    .addHelpText('after', helpAfter(words, ['songkeep archives fetch s3://my-bucket/keep ~/Keep']))
    .action(async (bucket: string, folder: string, flags: Flags) => {
      const { fetchFromBucket } = await import('../../../app/archives/bucket/transfer.ts')
      const environment = environmentIn(words)
      await transfer(
        (options) => fetchFromBucket(bucket, folder, options, environment),
        folder,
        flags,
        words,
      )
    })
}

/** `archives store`: from a folder into a bucket. */
export function storeCommand(words: Words): Command {
  const said = words.commandLine.knownArchives
  return makeCommand('store', words)
    .description(said.store)
    .argument('<archive>', said.archive)
    .argument('<place>', said.bucket)
    .option('--json', said.transferJson)
    .addHelpText('after', helpAfter(words, ['songkeep archives store ~/Keep s3://my-bucket/keep']))
    .action(async (folder: string, bucket: string, flags: Flags) => {
      const { storeInBucket } = await import('../../../app/archives/bucket/transfer.ts')
      const environment = environmentIn(words)
      await transfer(
        (options) => storeInBucket(folder, bucket, options, environment),
        bucket,
        flags,
        words,
      )
    })
}

type Transfer = (options: TransferOptions) => Promise<Transferred>

async function transfer(run: Transfer, to: string, { json }: Flags, words: Words): Promise<void> {
  const { signal, done } = stopOnInterrupt(words)
  try {
    const onProgress = json ? undefined : showProgress(words.packages.progress)
    const { missing, ...counts } = await run({ signal, onProgress })
    clearProgress()
    if (json) process.stdout.write(`${JSON.stringify({ ...counts, missing, to })}\n`)
    else {
      for (const path of missing)
        process.stderr.write(
          `${cleanLine(say(reason('archive.not-transferred', { path }), words))}\n`,
        )
      const told = reason('archive.transferred', { ...counts, to })
      process.stdout.write(`${cleanLine(say(told, words))}\n`)
    }
    if (missing.length > 0) process.exitCode = exitCodes.incomplete
  } finally {
    clearProgress()
    done()
  }
}
