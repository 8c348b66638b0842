import { takeCreditApart } from '../../text/credit.ts'
import { isNobody } from '../../text/nobody.ts'
import { keyOf } from '../../text/words.ts'
import { hashKey } from '../format/hash.ts'

/** No artist's name is longer. */
const MAX_NAME_LENGTH = 400

/** The hash by which a name leads to whoever bears it; none where it names nobody. */
export function hashName(name: string): number | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined
  const { main, featured } = takeCreditApart(name)
  if (featured.length > 0 || isNobody(main)) return undefined
  const key = keyOf(main)
  return key === '' ? undefined : hashKey(key)
}
