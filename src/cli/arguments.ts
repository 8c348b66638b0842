import { InvalidArgumentError } from 'commander'

/** For an option that may be given again. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value]

export function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 256)
    throw new InvalidArgumentError('Give a whole number from 1 to 256.')
  return value
}
