import { units } from '../units.ts'

const { count } = units
/** `Did you mean --into?` behind a sentence, where anything is like it. */
const likely = (similar: string) => (similar === '' ? '' : ` Did you mean ${similar}?`)

/** What is wrong with a command line. */
export const errors = {
  seeHelp: (command: string) => `${command} --help shows what there is.`,
  unknownOption: (flag: string, similar: string) => `There is no option ${flag}.${likely(similar)}`,
  unknownCommand: (name: string, similar: string) =>
    `There is no command ${name}.${likely(similar)}`,
  missingArgument: (name: string) => `${name} is missing.`,
  missingValue: (flags: string) => `${flags} needs a value.`,
  missingOption: (flags: string) => `${flags} must be given.`,
  tooMany: (expected: number, received: number, all: string) =>
    `Too many arguments: ${count(expected)} ${expected === 1 ? 'is' : 'are'} expected, ${count(received)} are given (${all}).`,
  wrongValue: (what: string, value: string, allowed: string) =>
    `${what} cannot be “${value}”. ${allowed}`,
  oneOf: (choices: string) => `Give one of: ${choices}.`,
  size: 'Give a number with kB, MB, GB or TB, as in 4.7GB.',
  wholeNumber: (least: number, most: number) =>
    `Give a whole number from ${count(least)} to ${count(most)}.`,
  port: 'Give a number from 0 to 65535; 0 takes any that is free.',
  rate: 'Give a rate such as 50MB/s, no lower than 1kB/s.',
}
