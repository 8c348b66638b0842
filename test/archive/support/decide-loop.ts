/** A process to be killed, or to write beside others: decides about tracks one after another, and says which. */
import { openDecisions } from '../../../src/archive/decisions/decisions.ts'
import { trackOf } from './sample.ts'

const [dir = '', name = '', count = ''] = process.argv.slice(2)
const decisions = openDecisions(dir)
for (let at = 1; at <= Number(count); at++) {
  const title = `${name} ${at}`
  await decisions.decide(trackOf(title), {
    kind: 'recording',
    source: 'library',
    id: title,
    title: 'long '.repeat(1000),
    artists: [],
  })
  process.stdout.write(`${title}\n`)
}
