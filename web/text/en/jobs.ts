import { format, plural } from './format.ts'

const { count } = format

export const jobs = {
  title: 'Runs',
  lead: 'Everything that was backed up or checked on this machine: from this page, or by the command line.',
  none: 'Nothing has run yet.',
  toStart: 'Back up a playlist',
  andMore: (more: number) => ` and ${count(more)} more`,
  untitled: 'A new backup',
  verify: (archive: string) => `Check of ${archive}`,
  repair: (archive: string) => `Repair of ${archive}`,
  states: {
    queued: 'Waiting',
    running: 'Running',
    paused: 'Paused',
    interrupted: 'Interrupted',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  asked: { pause: '(will pause)', cancel: '(is being cancelled)' },
  by: { page: 'from the page', cli: 'by the command line' },
  /** Of a run that waits: when it comes. */
  place: (place: number) => (place === 1 ? 'next in line' : `number ${count(place)} in line`),
  trial: 'a trial',
  begun: (time: string) => `begun ${time}`,
  ended: (time: string) => `ended ${time}`,
  progress: (done: number, total: number) =>
    `${count(done)} of ${plural(total, 'track', 'tracks')}`,
  interruptedLong:
    'Its program ended without a word. What it kept is kept; going on takes up the rest.',
  resume: 'Go on',
  result: 'Result',
  forget: 'Forget',
  forgetLong: 'It goes from this list; what it kept stays.',
  forgotten: 'The run is forgotten. What it kept is still there.',
  underWay: 'Under way',
  earlier: 'Earlier',
}
