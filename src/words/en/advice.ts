import type { OutcomeKind } from '../../model/outcome.ts'
import { units } from './units.ts'

/** What may be said of the run as a whole. */
export type RunKind = 'dry-run' | 'stopped' | 'network' | 'unavailable'
export type AdviceKind = Exclude<OutcomeKind, 'kept' | 'already-kept' | 'would-keep'> | RunKind

const labels: Readonly<Record<RunKind, string>> = {
  'dry-run': 'Trial run',
  stopped: 'Stopped',
  network: 'Network',
  unavailable: 'No answer',
}

const texts: Readonly<Record<Exclude<AdviceKind, 'network' | 'unavailable'>, string>> = {
  'dry-run': 'Nothing was written. The same command without --dry-run makes the files.',
  stopped:
    'The run was stopped before it was finished. The same command continues where it stopped.',
  ambiguous:
    'More than one recording fits. Listen and choose on the page (songkeep serve, then Library): every later run keeps to your choice. An album, a length or an ISRC in the playlist also settles it.',
  review:
    'Found, but it is not certain that the licence on its page is right. Look at that page and at the artist’s own. If you are sure that the licence is valid, say so on Songkeep’s page (songkeep serve, then Library), and the next run copies it.',
  refused:
    'Found, but the licence or the host does not allow a copy. Each entry says why, and where you can listen to it or buy it.',
  'not-found':
    'Add the file to your music, or correct its tags if the closest match is the right one. Then run the same command again.',
  failed:
    'Something went wrong on the way. Run the same command again; “songkeep doctor” tells you whether something is missing on this computer.',
  skipped:
    'A podcast episode, an empty row or a line that could not be read. There is nothing to do, unless one of them should be a song.',
}

/** What the user may do next about the entries of one kind, or about the run. */
export const advice = {
  labels,
  texts,
  moreSources: (number: number) => `And ${units.count(number)} more sources did not answer.`,
  missingThere:
    'Anything found only there is missing from this report. Run the same command again later.',
}
