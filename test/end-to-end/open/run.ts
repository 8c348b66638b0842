import { backUpInput } from '../../../src/app/backups/back-up.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { replayNetwork } from '../../support/hosts/replay.ts'

/** The program over the made-up world: `node run.ts PORT LIST FOLDER`. Prints its reports, a JSON a line. */
const [port = '', input = '', folder = ''] = process.argv.slice(2)
const events = backUpInput(
  completeRequest({
    inputs: [input].flat(),
    libraries: [`${folder}/Music`],
    catalogues: [],
    into: `${folder}/Keep`,
    names: '{playlist}/{position} {artist} - {title}',
    format: 'mp3',
    quality: 'V2',
    jobs: 2,
    dryRun: false,
    offline: false,
  }),
  {
    cacheDir: `${folder}/cache`,
    processors: 2,
    contact: 'https://songkeep.example/tests',
    keys: { SONGKEEP_JAMENDO_CLIENT_ID: 'an-id' },
    network: replayNetwork(Number(port)),
  },
  new AbortController().signal,
)
for await (const event of events) {
  if (event.kind === 'outcome') process.stderr.write('.')
  if (event.kind === 'report') process.stdout.write(`${JSON.stringify(event.report)}\n`)
}
