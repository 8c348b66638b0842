import { InvalidArgumentError } from 'commander'
import type { Words } from '../words/words.ts'

/** For an option that may be given again. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value]

const MAX_NUMBER = 256
const MAX_PORT = 65_535

export const positive =
  ({ commandLine }: Words, max = MAX_NUMBER) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 1 && value <= max) return value
    throw new InvalidArgumentError(commandLine.errors.wholeNumber(1, max))
  }

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 }

/** `4.7GB`, as a number of bytes: decimal units, as file managers show them. */
export const size =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,9})?) ?([a-z]{0,2})$/i.exec(text) ?? []
    const bytes = Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN))
    if (bytes >= 1) return bytes
    throw new InvalidArgumentError(commandLine.errors.size)
  }

export const portNumber =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= MAX_PORT) return value
    throw new InvalidArgumentError(commandLine.errors.port)
  }
