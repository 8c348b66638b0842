import type { LimitName } from '../../model/accounts/limits.ts'

/** What each limit is of. */
const limits: Readonly<Record<LimitName, string>> = {
  quota: 'room for its archives',
  jobs: 'jobs that wait or run at once',
  tracksAnHour: 'tracks looked for in an hour; then its jobs rest',
  listsADay: 'playlists ordered in a day, the same one again too',
  alikeADay: 'playlists of one kind (charts, one link) in a day',
  uploadsADay: 'files given to the page in a day',
}

/** What the command line prints of accounts. */
export const accounts = {
  none: 'There are no accounts yet.',
  noSessions: 'It is signed in nowhere.',
  askPassword: (name: string) => `A password for ${name}: `,
  made: (name: string, role: string) => `${name} may sign in now, as ${role}.`,
  removed: (name: string, place: string) =>
    `${name} is removed. Its archives stay in the folder ${place}.`,
  done: (name: string) => `Done for ${name}. Its sessions have ended.`,
  limits,
}
