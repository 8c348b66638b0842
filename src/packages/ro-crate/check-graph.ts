import { type Reason, reason } from '../../model/reason.ts'
import { isAbsolute, isUriReference, pathOfId } from './ids.ts'
import { METADATA } from './names.ts'

type JsonObject = Readonly<Record<string, unknown>>

export interface CrateEntity {
  readonly id: string
  readonly types: readonly string[]
  readonly value: JsonObject
}

type Note = (why: Reason) => void

const CONTEXT = /^https:\/\/w3id\.org\/ro\/crate\/1\.[12](?:-DRAFT)?\/context$/

/** Checks the metadata document by itself; returns the entities that can be read. */
export function checkGraph(document: unknown, note: Note): readonly CrateEntity[] {
  const { '@context': context, '@graph': graph } = isObject(document) ? document : {}
  const contexts: readonly unknown[] = Array.isArray(context) ? context : [context]
  if (!contexts.some((each) => typeof each === 'string' && CONTEXT.test(each)))
    note(reason('crate.no-context'))
  if (!Array.isArray(graph)) {
    note(reason('crate.no-graph'))
    return []
  }
  const entities = readEntities(graph, note)
  const root = checkDescriptor(entities, note)
  if (root) {
    checkRoot(root, note)
    checkParts(root, entities, note)
  } else note(reason('crate.no-root'))
  return [...entities.values()]
}

function readEntities(graph: readonly unknown[], note: Note): ReadonlyMap<string, CrateEntity> {
  const entities = new Map<string, CrateEntity>()
  for (const [index, value] of graph.entries()) {
    const id = isObject(value) ? value['@id'] : undefined
    if (!isObject(value) || typeof id !== 'string') {
      note(reason('crate.entity-without-id', { index }))
      continue
    }
    const types = textsOf(value['@type'])
    if (types.length === 0) note(reason('crate.entity-without-type', { id }))
    if (entities.has(id)) note(reason('crate.entity-twice', { id }))
    if (!isUriReference(id)) note(reason('crate.id-no-uri', { id }))
    else if (!isAbsolute(id) && !id.startsWith('#') && pathOfId(id) === undefined)
      note(reason('crate.id-leads-out', { id }))
    checkFlat(id, value, note)
    entities.set(id, { id, types, value })
  }
  return entities
}

/** Flattened: what is not a value is a reference and nothing more. */
function checkFlat(id: string, value: JsonObject, note: Note): void {
  for (const [key, property] of Object.entries(value))
    for (const each of Array.isArray(property) ? property : [property]) {
      if (!isObject(each) || '@value' in each) continue
      if (typeof each['@id'] !== 'string' || Object.keys(each).length > 1)
        note(reason('crate.entity-nested', { id, key }))
    }
}

function checkDescriptor(
  entities: ReadonlyMap<string, CrateEntity>,
  note: Note,
): CrateEntity | undefined {
  const descriptor = entities.get(METADATA)
  if (!descriptor) {
    note(reason('crate.no-descriptor'))
    return undefined
  }
  const lacks = (key: string) => note(reason('crate.descriptor-malformed', { key }))
  if (!descriptor.types.includes('CreativeWork')) lacks('@type')
  const [about] = idsOf(descriptor.value.about)
  if (about === undefined) lacks('about')
  return about === undefined ? undefined : entities.get(about)
}

const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/

function checkRoot({ id, types, value }: CrateEntity, note: Note): void {
  const lacks = (key: string) => note(reason('crate.root-malformed', { key }))
  if (!types.includes('Dataset')) lacks('@type')
  if (id !== './' && !isAbsolute(id)) lacks('@id')
  for (const key of ['name', 'description'])
    if (typeof value[key] !== 'string' || value[key] === '') lacks(key)
  const { datePublished, license } = value
  if (typeof datePublished !== 'string' || !DATE.test(datePublished)) lacks('datePublished')
  if (idsOf(license).length === 0 && textsOf(license).length === 0) lacks('license')
}

/** Files and folders of the crate are linked from the root by `hasPart`, directly or not. */
function checkParts(
  root: CrateEntity,
  entities: ReadonlyMap<string, CrateEntity>,
  note: Note,
): void {
  const reached = new Set([root.id])
  const waiting = [root]
  for (let entity = waiting.pop(); entity; entity = waiting.pop())
    for (const id of idsOf(entity.value.hasPart)) {
      const part = entities.get(id)
      if (!part || reached.has(id)) continue
      reached.add(id)
      waiting.push(part)
    }
  for (const { id, types } of entities.values()) {
    const isData = types.includes('File') || types.includes('Dataset')
    if (isData && !id.startsWith('#') && !reached.has(id)) note(reason('crate.not-part', { id }))
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')

const idsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) =>
    isObject(each) && typeof each['@id'] === 'string' ? [each['@id']] : [],
  )
