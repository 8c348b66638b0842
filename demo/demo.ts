import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { readEnvironment } from '../src/app/environment.ts'
import { main } from '../src/cli/main.ts'
import { findEncoder } from '../src/media/ffmpeg/find-encoder.ts'
import { libraryFiles, makeLibrary } from './library.ts'

/** Backs up an example playlist from beginning to end, with no network; see README.md beside this file. */

const out = join(import.meta.dirname, 'out')
const [playlist, library, keep] = [
  join(import.meta.dirname, 'Evening Shore.csv'),
  join(out, 'library'),
  join(out, 'Keep'),
].map((path) => relative(process.cwd(), path)) as [string, string, string]

await rm(out, { recursive: true, force: true })
const { ffmpeg, processors } = readEnvironment()
const encoder = await findEncoder(ffmpeg === undefined ? {} : { ffmpeg })
process.stdout.write(`Composing ${libraryFiles.length} tunes into ${library} …\n`)
await makeLibrary(library, encoder, processors)

// The demo remembers nothing on the machine outside its own folder.
for (const place of ['CACHE', 'CONFIG', 'DATA'])
  process.env[`SONGKEEP_${place}`] = join(out, place.toLowerCase())
const args = ['backup', playlist, '--library', library, '--into', keep, '--offline', '--verbose']
const shown = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ')
process.stdout.write(`songkeep ${shown}\n`)
await main(['node', 'songkeep', ...args])
// The example is made so that two entries are not kept (exit code 1): that is how it should end.
if (process.exitCode === 1) process.exitCode = 0
