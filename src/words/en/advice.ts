import type { OutcomeKind } from '../../model/outcome.ts'
import { units } from './units.ts'

/** What may be said of the run as a whole. */
export type RunKind = 'dry-run' | 'stopped' | 'network' | 'unavailable'
export type AdviceKind = Exclude<OutcomeKind, 'kept' | 'already-kept' | 'would-keep'> | RunKind

const labels: Readonly<Record<RunKind, string>> = {
  'dry-run': 'Dry run',
  stopped: 'Stopped',
  network: 'Network',
  unavailable: 'No answer',
}

const texts: Readonly<Record<Exclude<AdviceKind, 'network' | 'unavailable'>, string>> = {
  'dry-run': 'Nothing was written. The same command without --dry-run makes the files.',
  stopped: 'The run was stopped before its end. The same command goes on where it stopped.',
  ambiguous:
    'More than one recording fits. Listen and choose on the page (songkeep serve, then Library): your choice holds for every later run. An album, a length or an ISRC in the playlist decides too.',
  review:
    'Found, but what its page says of its licence is in doubt. Look at the page, and at the artist’s own. Where you are sure that the licence holds, say so on Songkeep’s page (songkeep serve, then Library), and the next run copies it.',
  refused:
    'Found, but its licence or its host does not allow a copy. Each says why, and where it can be heard or bought.',
  'not-found':
    'Add the file to the library, or mend its tags where the nearest miss is the right one. Then run the same command again.',
  failed:
    'Something broke on the way. Run the same command again; “songkeep doctor” says whether this machine lacks something.',
  skipped:
    'An episode, an empty row or a line that could not be read. Nothing to do, unless one surprises you.',
}

/** What the user may do next about the entries of one kind, or about the run. */
export const advice = {
  labels,
  texts,
  moreSources: (number: number) => `And ${units.count(number)} more sources did not answer.`,
  missingThere:
    'What is found there is missing from this report: run the same command again later.',
}
