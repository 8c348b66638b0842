import { InvalidArgumentError } from 'commander'
import type { Words } from '../words/words.ts'

/** For an option that may be given again. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value]

const MAX_NUMBER = 256
const MAX_PORT = 65_535
/** Bytes a second: less would never come to an end. */
const MIN_RATE = 1000

/** A whole number from 1; a percentage may have its sign. */
export const positive =
  ({ commandLine }: Words, max = MAX_NUMBER) =>
  (text: string): number => {
    const value = Number(text.replace(/ ?%$/, ''))
    if (Number.isInteger(value) && value >= 1 && value <= max) return value
    throw new InvalidArgumentError(commandLine.errors.wholeNumber(1, max))
  }

/** A whole number from 0. */
export const countOrNone =
  ({ commandLine }: Words, max = MAX_NUMBER) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= max) return value
    throw new InvalidArgumentError(commandLine.errors.wholeNumber(0, max))
  }

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 }

/** `4.7GB`, as a number of bytes: decimal units, as file managers show them. */
export const size =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const bytes = readSize(text)
    if (bytes >= 1) return bytes
    throw new InvalidArgumentError(commandLine.errors.size)
  }

/** `50MB/s`, as bytes a second. */
export const rate =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const bytes = readSize(text.replace(/ ?\/ ?s$/i, ''))
    if (bytes >= MIN_RATE) return bytes
    throw new InvalidArgumentError(commandLine.errors.rate)
  }

/** NaN where it is no size. */
export function readSize(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,9})?) ?([a-z]{0,2})$/i.exec(text) ?? []
  return number === ''
    ? Number.NaN
    : Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN))
}

export const portNumber =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= MAX_PORT) return value
    throw new InvalidArgumentError(commandLine.errors.port)
  }
