import type { Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import { asReason, reason } from '../../model/reason.ts'
import { formatName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

/** Shows events as they come. */
export interface Display {
  show(event: Progress): void
  /** Takes away what is drawn and not meant to stay. */
  clear(): void
}

export function nameOf(outcome: Outcome): string {
  return outcome.kind === 'skipped' ? outcome.text : formatName(outcome.track)
}

export function describeLeftAlone(
  { unavailable }: Extract<Progress, { kind: 'left-alone' }>,
  words: Words,
): string {
  const { source, reason: why } = unavailable
  return say(reason('source.left-alone', { source, reason: asReason(why) }), words)
}

/** Of the network as a whole. */
export const describeNetwork = (
  { state }: Extract<Progress, { kind: 'network' }>,
  words: Words,
): string => say(reason(`backup.network-${state}`), words)

const MAX_FILES = 5

/** How many files there are, and the first that could not be read. */
export function describeLibrary(
  { files, unreadable, notes = [] }: Extract<Progress, { kind: 'library' }>,
  words: Words,
): readonly string[] {
  const { library } = words.terminal
  const more = unreadable.length - MAX_FILES
  return [
    library.files(files),
    ...notes.map((note) => `  ${say(asReason(note), words)}`),
    ...unreadable
      .slice(0, MAX_FILES)
      .map(({ path, reason }) => `  ${library.unreadable(path, say(reason, words))}`),
    ...(more > 0 ? [`  ${library.more(more)}`] : []),
  ]
}

/** Of lists that could not be read again, the first for each reason: without a network it is the same for all. */
export function notRereadOnce(words: Words): (event: NotReread) => string | undefined {
  const told = new Set<string>()
  return (event) => {
    const why = say(asReason(event.reason), words)
    if (told.has(why)) return undefined
    told.add(why)
    return describeNotReread(event, words)
  }
}

type NotReread = Extract<Progress, { kind: 'not-reread' }>

/** Of a list that could not be read again. */
function describeNotReread({ name, reason: why }: NotReread, words: Words): string {
  return say(reason('app.list-not-reread', { name, reason: asReason(why) }), words)
}
