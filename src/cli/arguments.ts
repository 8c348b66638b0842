import { InvalidArgumentError } from 'commander'

/** For an option that may be given again. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value]

export function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 256)
    throw new InvalidArgumentError('Give a whole number from 1 to 256.')
  return value
}

export function portNumber(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number
  throw new InvalidArgumentError('Give a number from 0 to 65535; 0 takes any that is free.')
}
