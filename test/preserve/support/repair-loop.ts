/** A process to be killed: repairs the archive given from the copy given, and says each thing that it is told. */
import { mending } from './archive.ts'

const [dir = '', copy = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('opening')
for await (const event of mending(dir, [copy]))
  say('path' in event ? `${event.kind} ${event.path}` : event.kind)
say('done')
