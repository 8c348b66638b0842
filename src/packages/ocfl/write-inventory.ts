/** An inventory as it is written (OCFL 1.1, 3.5). */
export interface WrittenInventory {
  readonly id: string
  readonly head: string
  readonly manifest: Readonly<Record<string, readonly string[]>>
  readonly fixity: { readonly sha256: Readonly<Record<string, readonly string[]>> }
  readonly versions: Readonly<Record<string, WrittenVersion>>
}

export interface WrittenVersion {
  /** ISO 8601, UTC. */
  readonly created: string
  readonly message: string
  readonly user: { readonly name: string; readonly address: string }
  readonly state: Readonly<Record<string, readonly string[]>>
}

export function writeInventory({ id, head, manifest, fixity, versions }: WrittenInventory): string {
  const inventory = {
    id,
    type: 'https://ocfl.io/1.1/spec/#inventory',
    digestAlgorithm: 'sha512',
    head,
    manifest: sortKeys(manifest),
    fixity: { sha256: sortKeys(fixity.sha256) },
    versions: Object.fromEntries(
      Object.entries(versions).map(([name, version]) => [
        name,
        { ...version, state: sortKeys(version.state) },
      ]),
    ),
  }
  return `${JSON.stringify(inventory, null, 1)}\n`
}

export const writeSidecar = (digest: string) => `${digest}  inventory.json\n`

function sortKeys<Value>(block: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(block).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Adds a path to the list of a digest. */
export function addPath(block: Record<string, string[]>, digest: string, path: string): void {
  const paths = block[digest] ?? []
  paths.push(path)
  block[digest] = paths
}
