import { once } from 'node:events'
import { spellOut } from '../../words/spell-out.ts'

/** One JSON object a line on standard output, no faster than the reader takes them. */
export async function writeLines(values: AsyncIterable<unknown>): Promise<void> {
  for await (const value of values) {
    if (!process.stdout.write(`${JSON.stringify(spellOut(value))}\n`))
      await once(process.stdout, 'drain')
  }
}
