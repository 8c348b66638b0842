import type { GroupCounts } from '../../parts/rows/groups.ts'
import { format, plural } from './format.ts'

const { count } = format

export const job = {
  title: 'Run',
  toRuns: 'To all runs',
  overall: 'The whole',
  nothingYet: {
    queued: 'It waits for its turn.',
    running: 'It begins: the playlist and your folders are read first.',
    paused: 'It is paused.',
    interrupted: 'It was interrupted.',
    done: 'It is done.',
    failed: 'It failed.',
    cancelled: 'It was cancelled.',
  },
  checking: {
    running: 'Every file of the archive is read anew and compared with what was kept.',
    done: 'Every file of the archive was read anew and compared with what was kept.',
  },
  repairing: {
    running: 'The archive is read anew, and what is lost is had back.',
    done: 'The archive was read anew, and what could be had back was.',
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
      ...(open > 0 ? [`${count(open)} ${open === 1 ? 'needs' : 'need'} you`] : []),
      ...(missing > 0 ? [`${count(missing)} not to be had`] : []),
      ...(counts.skipped > 0 ? [`${count(counts.skipped)} left out`] : []),
    ]
    return `${count(done)} of ${plural(total, 'entry', 'entries')} done: ${parts.join(', ')}.`
  },
  left: (span: string) => `About ${span} left.`,
  littleLeft: 'Less than a minute left.',
  leftUnknown: 'How long it will take is not known yet.',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel…',
  sure: 'Cancel this run? What is kept stays kept, and another run goes on from there.',
  goOn: 'No, let it run',
  reallyCancel: 'Cancel it',
  ended: {
    queued: '',
    running: '',
    paused: '',
    interrupted: '',
    done: 'It is done',
    failed: 'It could not go on',
    cancelled: 'It was cancelled',
  },
  dry: 'This was a trial: nothing was written.',
  openLong: (open: number) =>
    open === 1
      ? 'One track needs you: what fits it is not sure.'
      : `${count(open)} tracks need you: what fits them is not sure.`,
  seeResult: 'See the result',
  review: (open: number) =>
    open === 1 ? 'Review the one that needs you' : `Review the ${count(open)} that need you`,
  toArchive: 'To the archive',
  forReal: 'Back up for real',
  again: 'Back up again',
  checkAgain: 'Check again',
  tryAgain: 'Try again from there',
  remarks: 'Beside the tracks',
  of: (done: number, total: number) => `${count(done)} of ${count(total)}`,
  lines: (lines: number) => plural(lines, 'line', 'lines'),
  tracks: 'Every track',
  showWork: 'Show where it is working',
}
