import { units } from './units.ts'

const { count } = units

/** The last screen of a run in the terminal: what was not kept, by reasons, where the whole is, what to do next. */
export const lastScreen = {
  /** Below the first few of a group. */
  more: (number: number) => `and ${count(number)} more`,
  /** Where the sentence is not the same for all of a group. */
  forExample: (sentence: string) => `for example: ${sentence}`,
  otherReasons: (reasons: number, tracks: number) =>
    `and ${count(tracks)} more, for ${count(reasons)} other ${reasons === 1 ? 'reason' : 'reasons'}`,
  moreLists: (number: number) => `and ${count(number)} more ${number === 1 ? 'list' : 'lists'}`,
  /** Before the sentence about the tracks of several lists. */
  together: (lists: number, sentence: string) => `${count(lists)} lists: ${sentence}`,
  moreNotes: (number: number) =>
    `and ${count(number)} more ${number === 1 ? 'note' : 'notes'} in the report`,
  steps: {
    make: 'Make the files',
    continue: 'Continue',
    retry: 'Try again',
    decide: 'Decide',
    library: 'Add a folder',
    links: 'Hear or buy',
  },
  /** Stands in a command for what the reader has to put there. */
  folder: 'FOLDER',
  same: 'the same command',
  sameWith: (option: string) => `the same command with ${option}`,
  sameWithout: (option: string) => `the same command without ${option}`,
  inReport: 'the report says where',
  nothingWritten: 'This was a trial run: nothing was written.',
  whole: {
    title: 'All of it',
    report: 'Report',
    reports: (archive: string) => `report.html in the folder of each list in ${archive}`,
    page: 'On the page',
    here: 'Here',
  },
}
