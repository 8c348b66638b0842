import { InvalidArgumentError } from 'commander'
import type { Words } from '../words/words.ts'

/** For an option that may be given again. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value]

const MAX_NUMBER = 256
const MAX_PORT = 65_535

export const positive =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 1 && value <= MAX_NUMBER) return value
    throw new InvalidArgumentError(commandLine.errors.wholeNumber(1, MAX_NUMBER))
  }

export const portNumber =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= MAX_PORT) return value
    throw new InvalidArgumentError(commandLine.errors.port)
  }
