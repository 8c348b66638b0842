import { isSafePath } from '../../archive/naming/clean.ts'

/** Says in the copy itself that it is one, and of which archive: `{"songkeep":"mirror","archive":"…"}`. */
export const MARKER = 'mirror.json'
/** The archive's own record of its copies. It is theirs too, and is put there last, whatever the manifest says. */
export const COPIES = 'copies.jsonl'

const STATE = '.songkeep/mirror/'
export const MANIFESTS = `${STATE}manifest/`
const TRASH = `${STATE}trash/`

/** What a run is about to do (`plan`), and what is there when it has done it (`whole`); numbered by runs. */
export const manifestKey = (run: number, kind: 'plan' | 'whole') =>
  `${MANIFESTS}${String(run).padStart(8, '0')}-${kind}.jsonl`

export function readManifestKey(key: string) {
  const [, run, kind] = /^(\d{8})-(plan|whole)\.jsonl$/.exec(key.slice(MANIFESTS.length)) ?? []
  return key.startsWith(MANIFESTS) && run !== undefined
    ? { key, run: Number(run), isWhole: kind === 'whole' }
    : undefined
}

export const trashKey = (stamp: string, path: string) => `${TRASH}${stamp}/${path}`

/** Whether a key is one that `trashKey` could have given. */
export function isTrashKey(key: string): boolean {
  const [, path] = /^\d[\w-]{0,40}\/(.*)$/s.exec(key.slice(TRASH.length)) ?? []
  return key.startsWith(TRASH) && path !== undefined && isSafePath(path)
}

/** Where Songkeep keeps its own state, in an archive as in a copy. */
export const isState = (key: string) => key.startsWith('.songkeep/')
