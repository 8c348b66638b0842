import { asList, asRecord, type JsonObject } from '../../base/json.ts'

/** What came over the network is not what was agreed on. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError'
}

export function check(isRight: boolean): asserts isRight {
  if (!isRight) throw new MalformedError('not as agreed')
}

export function readObject(value: unknown): JsonObject {
  const object = asRecord(value)
  check(object === value)
  return object
}

/** The items of a list of at most `most`, each as `read` makes it. */
export function readList<Item>(
  value: unknown,
  most: number,
  read: (item: unknown) => Item,
): readonly Item[] {
  check(Array.isArray(value) && value.length <= most)
  return asList(value).map((item) => read(item))
}

export function readText(value: unknown, most: number): string {
  check(typeof value === 'string' && value.length <= most)
  return value
}

/** A whole number from 0. */
export function readCount(value: unknown): number {
  check(typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
  return value
}

export function readNumber(value: unknown): number {
  check(typeof value === 'number' && Number.isFinite(value))
  return value
}

/** Absent, or as `read` makes it. */
export const readMaybe = <Item>(value: unknown, read: (value: unknown) => Item) =>
  value === undefined || value === null ? undefined : read(value)
