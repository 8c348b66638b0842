import { units } from './units.ts'

const { bytes, count } = units

/** What the command line prints of accounts. */
export const accounts = {
  none: 'There are no accounts yet.',
  noSessions: 'It is signed in nowhere.',
  askPassword: (name: string) => `A password for ${name}: `,
  made: (name: string, role: string) => `${name} may sign in now, as ${role}.`,
  removed: (name: string, place: string) =>
    `${name} is removed. Its archives stay in the folder ${place}.`,
  done: (name: string) => `Done for ${name}. Its sessions have ended.`,
  may: (limit: string, amount: number, isBytes: boolean) =>
    `${limit}  ${isBytes ? bytes(amount) : count(amount)}`,
}
