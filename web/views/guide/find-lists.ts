import { foldText } from '../../parts/text/fold.ts'

/** Those whose name has each word of the query in it, whatever its case and accents. */
export function findLists<List>(
  lists: readonly List[],
  query: string,
  nameOf: (list: List) => string,
): readonly List[] {
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return lists
  return lists.filter((list) => {
    const name = foldText(nameOf(list))
    return words.every((word) => name.includes(word))
  })
}
