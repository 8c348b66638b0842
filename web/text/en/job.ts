import type { GroupCounts } from '../../parts/rows/groups.ts'
import { format, plural } from './format.ts'

const { count } = format

export const job = {
  title: 'Run',
  toRuns: 'All runs',
  overall: 'Overall progress',
  nothingYet: {
    queued: 'Waiting for its turn.',
    running: 'Starting: first the playlist and your folders are read.',
    paused: 'Paused.',
    interrupted: 'Interrupted.',
    done: 'Done.',
    failed: 'Failed.',
    cancelled: 'Cancelled.',
  },
  checking: {
    running: 'Every file in the archive is being checked for changes and damage.',
    done: 'Every file in the archive was checked for changes and damage.',
  },
  repairing: {
    running: 'The archive is being checked, and what can be repaired is repaired.',
    done: 'The archive was checked, and what could be repaired was repaired.',
  },
  howManyBytes: (done: number, total: number) => `${format.bytes(done)} of ${format.bytes(total)}.`,
  howFar: (done: number, total: number, counts: GroupCounts) => {
    const kept = counts.kept + counts['already-kept']
    const trial = counts['would-keep']
    const open = counts.ambiguous + counts.review
    const missing = counts.refused + counts['not-found'] + counts.failed
    if (done === 0) return `${plural(total, 'entry', 'entries')}, none done yet.`
    const parts = [
      trial > 0 ? `${count(trial)} would be kept` : `${count(kept)} kept`,
      ...(open > 0 ? [`${count(open)} ${open === 1 ? 'needs' : 'need'} your decision`] : []),
      ...(missing > 0 ? [`${count(missing)} not available`] : []),
      ...(counts.skipped > 0 ? [`${count(counts.skipped)} left out`] : []),
    ]
    return `${count(done)} of ${plural(total, 'entry', 'entries')} done: ${parts.join(', ')}.`
  },
  left: (span: string) => `About ${span} left.`,
  littleLeft: 'Less than a minute left.',
  leftUnknown: 'How long it will take is not known yet.',
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel…',
  sure: 'Cancel this run? What it has kept stays, and another run continues from there.',
  goOn: 'No, let it run',
  reallyCancel: 'Cancel it',
  ended: {
    queued: '',
    running: '',
    paused: '',
    interrupted: '',
    done: 'The run is finished',
    failed: 'The run failed',
    cancelled: 'The run was cancelled',
  },
  dry: 'This was a trial run: nothing was written.',
  openLong: (open: number) =>
    open === 1
      ? 'One track needs your decision: Songkeep is not sure which recording it is.'
      : `${count(open)} tracks need your decision: Songkeep is not sure which recordings they are.`,
  seeResult: 'See the result',
  review: (open: number) =>
    open === 1 ? 'Decide about this track' : `Decide about these ${count(open)} tracks`,
  toArchive: 'Open the archive',
  forReal: 'Back up for real',
  again: 'Back up again',
  checkAgain: 'Check again',
  tryAgain: 'Try again',
  remarks: 'Other remarks',
  of: (done: number, total: number) => `${count(done)} of ${count(total)}`,
  lines: (lines: number) => plural(lines, 'line', 'lines'),
  tracks: 'All tracks',
  showWork: 'Show the tracks in progress',
}
