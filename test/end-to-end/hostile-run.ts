/**
 * Backs up every file of SANDBOX/inputs in one process, and prints what came of them as one line of JSON.
 * Run by hostile.long.ts: `node hostile-run.ts SANDBOX`.
 */

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import { UserError } from '../../src/words/user-error.ts'

const [sandbox = ''] = process.argv.slice(2)
const inputs = join(sandbox, 'inputs')
const result = {
  ran: 0,
  refused: 0,
  read: 0,
  rows: 0,
  kept: 0,
  crashes: [] as string[],
  maxRssMB: 0,
}

async function backUp(input: string) {
  const request = completeRequest({
    inputs: [input].flat(),
    libraries: [join(sandbox, 'Music')],
    catalogues: [],
    into: join(sandbox, 'Keep'),
    names: '{playlist}/{position} {artist} - {title}',
    format: 'mp3',
    quality: 'V2',
    jobs: 2,
    dryRun: false,
    offline: true,
  })
  const environment = { cacheDir: join(sandbox, 'cache'), processors: 2, ffmpeg: 'wasm' }
  for await (const event of backUpInput(request, environment, AbortSignal.timeout(60_000))) {
    if (event.kind !== 'report') continue
    const { outcomes, playlist } = event.report
    if (outcomes.length !== playlist.entries.length) throw new Error('rows were lost')
    if (outcomes.some((one) => 'reason' in one && one.reason === '')) throw new Error('no reason')
    result.rows += outcomes.length
    result.kept += outcomes.filter((one) => 'kept' in one).length
  }
}

for (const name of await readdir(inputs)) {
  result.ran++
  try {
    await backUp(join(inputs, name))
    result.read++
  } catch (error) {
    if (error instanceof UserError && error.message) result.refused++
    else result.crashes.push(`${name}: ${error instanceof Error ? error.stack : error}`)
  }
}
result.maxRssMB = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify(result))
