import { writeSync } from 'node:fs'
import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import { recording } from './recording.ts'

/**
 * Builds a catalogue of made-up tracks: a process to be killed. `OUT [STOP]`: having told its progress so
 * many times it says so, and stands still.
 */
const [out = '', stop = ''] = process.argv.slice(2)
const INPUTS = 3
const BATCHES = 10
const BATCH = 1000

let told = 0
await buildCatalogue({
  out,
  journalEvery: BATCH,
  onProgress: () => {
    if (++told !== Number(stop)) return
    writeSync(1, 'standing still')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
  inputs: Array.from({ length: INPUTS }, (_, part) => ({
    name: `part ${part}`,
    format: 'test',
    stamp: String(part),
    async *read() {
      for (let batch = 0; batch < BATCHES; batch++) {
        const from = (part * BATCHES + batch) * BATCH
        const recordings = Array.from({ length: BATCH }, (_, at) => makeOne(from + at))
        yield { recordings, skipped: [], bytesRead: batch }
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
