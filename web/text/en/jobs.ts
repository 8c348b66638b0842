import { format, plural } from './format.ts'

const { count } = format

export const jobs = {
  title: 'Runs',
  lead: 'Everything that was backed up or checked, from this page or from the command line.',
  none: 'Nothing has run yet.',
  toStart: 'Back up a playlist',
  andMore: (more: number) => ` and ${count(more)} more`,
  untitled: 'A new backup',
  verify: (archive: string) => `Check of ${archive}`,
  repair: (archive: string) => `Repair of ${archive}`,
  states: {
    queued: 'Waiting',
    running: 'Running',
    resting: 'Resting',
    paused: 'Paused',
    interrupted: 'Interrupted',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  asked: { pause: '(will pause)', cancel: '(is being cancelled)' },
  by: { page: 'from the page', cli: 'from the command line' },
  /** Of a run that waits: when it comes. */
  place: (place: number) => (place === 1 ? 'next in line' : `number ${count(place)} in line`),
  forAccount: (name: string) => `for ${name}`,
  noWorker: 'no worker is running',
  until: (time: string) => `until ${time}`,
  trial: 'trial run',
  begun: (time: string) => `started ${time}`,
  ended: (time: string) => `ended ${time}`,
  progress: (done: number, total: number) =>
    `${count(done)} of ${plural(total, 'track', 'tracks')}`,
  interruptedLong:
    'The program stopped unexpectedly. What it had kept is safe; resume to do the rest.',
  resume: 'Resume',
  result: 'Result',
  forget: 'Remove from list',
  forgetLong: 'Only the entry in this list goes; what the run kept stays.',
  forgotten: 'The run is off the list. What it kept is still there.',
  underWay: 'In progress',
  earlier: 'Earlier',
}
