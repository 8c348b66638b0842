import type { ServiceInfo } from '../../api/contract.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

const signs: Readonly<Record<ServiceInfo['status'], string>> = {
  works: '✓',
  'needs-key': '·',
  refused: '!',
  unreachable: '!',
  'other-shape': '!',
}

/** A line for each service, and one more for what to do about it. */
export function showServices(services: readonly ServiceInfo[], words: Words): string {
  const width = Math.max(...services.map(({ title }) => title.length)) + 1
  return services
    .map(({ title, status, text, advice }) => {
      const line = `${signs[status]} ${title.padEnd(width)} ${say(text, words)}\n`
      return advice ? `${line}${' '.repeat(width + 3)}${say(advice, words)}\n` : line
    })
    .join('')
}
