import type { KeptList } from '../../model/lists/kept-list.ts'
import { pathKey } from '../naming/clean.ts'
import type { ListLine } from './list-line.ts'

/** Addresses of one list that are remembered. */
const MAX_URIS = 20
/** And its former names. */
const MAX_NAMES = 50

/** A list that has no folder yet, or whose folder was given away, is none that the archive holds. */
type Known = Omit<KeptList, 'folder'> & { readonly folder?: string; readonly isRemoved?: boolean }

/** What the lines of an archive say of its lists, added up: in the order in which they were first kept. */
export class ListLog {
  readonly #all = new Map<string, Known>()
  readonly #byFolder = new Map<string, string>()

  add(line: ListLine): void {
    const { id, folder } = line
    const known = this.#all.get(id)
    const own = known?.folder ?? this.#free(folder)
    if (own !== undefined) this.#byFolder.set(pathKey(own), id)
    this.#all.set(id, merge(known, line, own))
  }

  find(id: string): KeptList | undefined {
    const known = this.#all.get(id)
    return known && isHeld(known) ? listOf(known) : undefined
  }

  /** A list that is in the trash: its folder stays its own. */
  findRemoved(id: string): KeptList | undefined {
    const known = this.#all.get(id)
    return known?.isRemoved && hasFolder(known) ? listOf(known) : undefined
  }

  ownerOf(folder: string): string | undefined {
    return this.#byFolder.get(pathKey(folder))
  }

  has(id: string): boolean {
    return this.#all.has(id)
  }

  list(): readonly KeptList[] {
    return [...this.#all.values()].filter(isHeld).map(listOf)
  }

  /** Two lists never share a folder, whatever a line says. */
  #free(folder: string | undefined): string | undefined {
    return folder === undefined || this.#byFolder.has(pathKey(folder)) ? undefined : folder
  }
}

type WithFolder = Known & { readonly folder: string }

const hasFolder = (known: Known): known is WithFolder => known.folder !== undefined

const isHeld = (known: Known): known is WithFolder => !known.isRemoved && hasFolder(known)

const listOf = ({ isRemoved: _, ...list }: WithFolder): KeptList => list

function merge(known: Known | undefined, line: ListLine, folder: string | undefined): Known {
  const { id, uri } = line
  if (!known)
    return {
      id,
      name: line.name ?? folder ?? id,
      named: line.by === 'user' || undefined,
      folder,
      uris: line.uris ?? (uri === undefined ? [] : [uri]),
      formerNames: [],
      isRemoved: line.removed,
    }
  const { formerNames } = known
  const uris = line.uris ?? known.uris
  // A run that began before the user gave the name does not know of it.
  const isRenamed = line.name !== undefined && (line.by === 'user' || !known.named)
  const name = isRenamed ? (line.name ?? known.name) : known.name
  return {
    ...known,
    name,
    named: (isRenamed ? line.by === 'user' : known.named) || undefined,
    folder,
    isRemoved: line.removed ?? known.isRemoved,
    uris:
      uri === undefined ? uris : [uri, ...uris.filter((each) => each !== uri)].slice(0, MAX_URIS),
    formerNames:
      name === known.name
        ? formerNames
        : [...formerNames.filter((each) => each !== known.name && each !== name), known.name].slice(
            -MAX_NAMES,
          ),
  }
}
