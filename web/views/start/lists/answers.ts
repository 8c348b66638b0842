import type { BackupJobRequest, IncomingList } from '../../../../src/api/contract.ts'

/** What the reader has said of one playlist. */
export interface Said {
  /** The id of the list whose newer version it is, or `new`. */
  readonly list?: string
  /** Another name. */
  readonly as?: string
}

/** By `keyOf`. */
export type Answers = ReadonlyMap<string, Said>

export const NEW = 'new'

export const keyOf = ({ playlist, place }: Pick<IncomingList, 'playlist' | 'place'>) =>
  `${place}\n${playlist}`

/** Which list the playlist is, as far as it has been said; what is suggested where nothing was said. */
export function choiceOf({ candidates, suggested }: IncomingList, said: Said = {}): string {
  const isThere = candidates.some(({ id }) => id === said.list)
  return said.list === NEW || (isThere && said.list) ? said.list : (suggested ?? NEW)
}

/** So much of the longer list is the same that nobody needs to be asked. */
const SURE = 0.6

/** The playlist is the newer version of the one list that has its name: this is told, and can be taken back. */
export function isCertain({ candidates, suggested, playlist }: IncomingList): boolean {
  const [only, ...others] = candidates
  if (!only || others.length > 0 || only.id !== suggested || only.name !== playlist) return false
  return only.same >= only.of * SURE
}

/** The answers that go into an order; nothing where there is none. */
export function answersOf(
  incoming: readonly IncomingList[],
  answers: Answers,
): BackupJobRequest['answers'] {
  const said = incoming.flatMap((each) => {
    const { playlist, place, newId, candidates } = each
    const given = answers.get(keyOf(each))
    const choice = choiceOf(each, given)
    const list = candidates.length === 0 ? undefined : choice === NEW ? newId : choice
    const as = given?.as?.trim() || undefined
    return list === undefined && as === undefined ? [] : [{ playlist, place, list, as }]
  })
  return said.length > 0 ? said : undefined
}
