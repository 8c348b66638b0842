import { units } from '../units.ts'

const { count } = units

export interface Taken {
  readonly taken: number
  readonly left: number
  readonly withoutFile: number
}

const counted = (number: number) => `${count(number)} ${number === 1 ? 'decision' : 'decisions'}`

export const decisions = {
  summary: 'list what you have decided about tracks, or take it over',
  description:
    'Lists what you have decided about the tracks of an archive: which recording it is, or that none is it, and how you found it. Every backup goes by it.',
  archive: 'the folder that was given to --into',
  json: 'print one decision a line, in full, for programs',
  csv: 'print a table',
  from: 'take over what was decided in another archive; of two decisions about a track the newer one stays',
  none: 'Nothing has been decided here.',
  noneOfThem: 'none of what was found',
  taken: ({ taken, left, withoutFile }: Taken) =>
    [
      `${counted(taken)} taken over.`,
      ...(left > 0 ? [`${counted(left)} left: what is decided here is as new.`] : []),
      ...(withoutFile > 0
        ? [`Of ${counted(withoutFile)} the file is no longer there: give it again.`]
        : []),
    ].join(' '),
}
