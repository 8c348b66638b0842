/** One entity of an RO-Crate's flat graph. */
export interface Entity {
  readonly '@id': string
  readonly '@type': string | readonly string[]
  readonly [property: string]: unknown
}

export interface Reference {
  readonly '@id': string
}

export const refer = (id: string): Reference => ({ '@id': id })

/** Entities by their ids: of one id there is one. */
export class Graph {
  readonly #entities = new Map<string, Entity>()

  /** Adds an entity where its id is new. Returns a reference to it. */
  add(entity: Entity): Reference {
    const id = entity['@id']
    if (!this.#entities.has(id)) this.#entities.set(id, entity)
    return refer(id)
  }

  list(): readonly Entity[] {
    return [...this.#entities.values()]
  }
}

/** PT214.93S: ISO 8601's duration, as schema.org wants it. */
export const isoDuration = (durationMs: number): string => `PT${durationMs / 1000}S`

/** An id of its own in the crate, of a name in any script. */
export const localId = (kind: string, name: string): string =>
  `#${kind}-${encodeURIComponent(name).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
