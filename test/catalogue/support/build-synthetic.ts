import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import { recording } from './recording.ts'

/** Builds a catalogue of made-up tracks: a process to be killed. `OUT TRACKS TRACKS-PER-INPUT` */
const [out = '', total = '', each = ''] = process.argv.slice(2)
const BATCH = 1000

await buildCatalogue({
  out,
  inputs: Array.from({ length: Number(total) / Number(each) }, (_, part) => ({
    name: `part ${part}`,
    format: 'test',
    stamp: `${total} ${each} ${part}`,
    async *read() {
      for (let from = 0; from < Number(each); from += BATCH) {
        yield {
          recordings: Array.from({ length: BATCH }, (_, at) =>
            makeOne(part * Number(each) + from + at),
          ),
          skipped: [],
          bytesRead: from,
        }
      }
    },
  })),
})

function makeOne(number: number) {
  return recording({
    id: String(number),
    title: `Song ${number % 7919}`,
    artists: [`Artist ${number % 10_007}`],
  })
}
