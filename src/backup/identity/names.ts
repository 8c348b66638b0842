/** What browsers and file managers put behind the name of a file that is there already, and exports behind theirs. */
const ADDED = [
  /\s*[([]\d{1,3}[)\]]$/, // my-list (1)
  /(?:\s*[-–_]\s*|\s+|_)(?:copy|copie|copia|kopie|kopia)(?:\s+\d{1,3})?$/i, // my-list - Copy
  /[\s_-]*[([]?\d{4}[-_.]?(?:0\d|1[0-2])[-_.]?(?:[0-2]\d|3[01])[)\]]?$/, // my-list 2026-11-28
]

/** A name without what was added to a copy of its file. */
export function bareName(name: string): string {
  let bare = name.trim()
  for (let before = ''; before !== bare; ) {
    before = bare
    for (const added of ADDED) bare = bare.replace(added, '').trimEnd() || before
  }
  return bare
}

/** The same name, however it is composed and cased. */
const nameKey = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** What file names keep of a name. */
const lettersOf = (name: string) => nameKey(bareName(name)).replace(/[^\p{L}\p{N}]+/gu, '')

/** How alike two names are, the most alike first. */
export const nameKinds = ['equal', 'alike', 'other'] as const
export type NameKind = (typeof nameKinds)[number]

/** `alike` but for signs that a file name cannot have, and for what is added to copies. */
export function compareNames(a: string, b: string): NameKind {
  if (nameKey(a) === nameKey(b)) return 'equal'
  const letters = lettersOf(a)
  return letters !== '' && letters === lettersOf(b) ? 'alike' : 'other'
}

/** Names that no two lists of an archive share. */
export class TakenNames {
  readonly #owners = new Map<string, string>()

  take(name: string, id: string): void {
    this.#owners.set(nameKey(name), id)
  }

  /** The name, or with a number where another list has it. */
  freeFor(id: string, name: string): string {
    for (let count = 1; ; count++) {
      const numbered = count === 1 ? name : `${name} (${count})`
      const owner = this.#owners.get(nameKey(numbered))
      if (owner === undefined || owner === id) return numbered
    }
  }
}
