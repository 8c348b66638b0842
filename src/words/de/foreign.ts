import type { AnyReason } from '../../model/reasons/any-reason.ts'
import type { Speaker } from '../sentences.ts'

/*
 * What other programs and libraries say is English, and no name: a German sentence leaves it out. It is a parameter
 * of the reason all the same, and so in `report.json`, and in the English sentence.
 */

/** ` (die Datei gibt es nicht)`; nothing where the words are not ours. */
export const aside = (why: AnyReason, say: Speaker['say']): string =>
  why.code === 'text' ? '' : ` (${say(why)})`

/** `: die Datei gibt es nicht`; nothing where the words are not ours. */
export const because = (why: AnyReason, say: Speaker['say']): string =>
  why.code === 'text' ? '' : `: ${say(why)}`
