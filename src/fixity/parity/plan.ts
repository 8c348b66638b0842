import { blockBytesFor, type Group, type GroupMember } from './group.ts'
import type { ProtectedFile } from './parity.ts'
import type { Shape } from './shape.ts'

/** The parity of one group is held in memory while it is made. */
const MAX_PARITY_BYTES = 128 * 2 ** 20
/** Smaller groups take more files, before they are left alone. */
const MIN_FULL_BYTES = 64 * 2 ** 20

/** A multiple of all sizes of blocks. */
export const maxGroupBytes = ({ data, parity }: Shape) =>
  Math.floor(MAX_PARITY_BYTES / parity / 2 ** 15) * 2 ** 15 * data

/** No group has more, so that what is noted of it stays readable at once. */
export const MAX_MEMBERS = 20_000

/**
 * A full group is not touched any more when files are added. Where it can be, its shards are as long as its longest file,
 * so that a file that is lost is one shard that is lost.
 */
function isFull({ shape, members }: Pick<Group, 'shape' | 'members'>): boolean {
  const bytes = members.reduce((sum, { length }) => sum + length, 0)
  return members.length >= MAX_MEMBERS || bytes >= fullBytes(shape, longestOf(members))
}

const fullBytes = (shape: Shape, longest: number) =>
  Math.min(maxPartBytes(shape), Math.max(MIN_FULL_BYTES, shape.data * longest))

/** Half of what a group may have, so that one that is not full always has room for another part. */
const maxPartBytes = (shape: Shape) => maxGroupBytes(shape) / 2

const longestOf = (members: readonly GroupMember[]) =>
  members.reduce((longest, { length }) => Math.max(longest, length), 0)

/** The parts of all files in the order of their paths: whole files, but for those longer than a group may be. */
function partsOf(files: readonly ProtectedFile[], shape: Shape): GroupMember[] {
  const maxPart = maxPartBytes(shape)
  return files.toSorted(byPath).flatMap(({ path, bytes, sha256 }) => {
    const count = Math.max(1, Math.ceil(bytes / maxPart))
    return Array.from({ length: count }, (_, at) => {
      const offset = at * maxPart
      return { path, bytes, sha256, offset, length: Math.min(maxPart, bytes - offset) }
    })
  })
}

/** Forms groups of the parts in their order; those that are not full are one. */
export function formGroups(parts: readonly GroupMember[], shape: Shape): Group[] {
  const groups: Group[] = []
  const close = (members: readonly GroupMember[]) => {
    if (members.length > 0) groups.push({ shape, blockBytes: blockBytesFor(members), members })
  }
  let members: GroupMember[] = []
  let bytes = 0
  let longest = 0
  for (const part of parts) {
    // A group of its own, which stays when others around it come and go.
    if (part.length === maxPartBytes(shape)) {
      close([part])
      continue
    }
    members.push(part)
    bytes += part.length
    longest = Math.max(longest, part.length)
    if (members.length < MAX_MEMBERS && bytes < fullBytes(shape, longest)) continue
    close(members)
    members = []
    bytes = 0
    longest = 0
  }
  close(members)
  return groups
}

/** Which groups stay as they are, and which parts of the files need a new one. */
export function findUncovered<Known extends Group>(
  known: readonly Known[],
  files: readonly ProtectedFile[],
  shape: Shape,
): { readonly stay: readonly Known[]; readonly uncovered: readonly GroupMember[] } {
  const parts = partsOf(files, shape)
  const wanted = new Set(parts.map(keyOf))
  const stay = known.filter(
    (group) =>
      group.shape.data === shape.data &&
      group.shape.parity === shape.parity &&
      group.members.every((member) => wanted.has(keyOf(member))) &&
      isFull(group),
  )
  const covered = new Set(stay.flatMap(({ members }) => members.map(keyOf)))
  return { stay, uncovered: parts.filter((part) => !covered.has(keyOf(part))) }
}

/** Tells which part of which content under which path it is. */
const keyOf = ({ path, sha256, bytes, offset, length }: GroupMember) =>
  `${sha256} ${bytes} ${offset} ${length} ${path}`

const byPath = (a: ProtectedFile, b: ProtectedFile) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0
