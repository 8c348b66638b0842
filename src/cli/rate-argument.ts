import { InvalidArgumentError } from 'commander'
import type { Words } from '../words/words.ts'

const UNITS = ['', 'k', 'm', 'g']

/** `50MB/s`, `50 MB`, `1.5g`: bytes a second; binary where an `i` says so. */
export const rateArgument =
  ({ commandLine }: Words) =>
  (text: string): number => {
    const [, number = '', unit = '', binary] =
      /^([\d.]+)\s*([kmg]?)(i?)b?(?:\/s)?$/i.exec(text.trim()) ?? []
    const value = Number(number) * (binary ? 1024 : 1000) ** UNITS.indexOf(unit.toLowerCase())
    if (number !== '' && Number.isFinite(value) && value >= 1000) return value
    throw new InvalidArgumentError(commandLine.errors.rate)
  }
