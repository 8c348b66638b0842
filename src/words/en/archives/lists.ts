import type { RemovalPlan } from '../../../model/lists/removal-plan.ts'
import type { BroughtBack, TrashedLists } from '../../../model/lists/trashed-lists.ts'
import { units } from '../units.ts'

const { bytes, count, time } = units

const files = (number: number) => `${count(number)} ${number === 1 ? 'file' : 'files'}`
const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

/** What the command line says of lists that go, come back or are joined. */
export const listChanges = {
  plan: ({ names, files: number, bytes: size, shared }: RemovalPlan) =>
    `${quoted(names)} would go to the trash with ${files(number)} (${bytes(size)}).${shared > 0 ? ` ${files(shared)} would stay, as other lists need ${shared === 1 ? 'it' : 'them'}.` : ''}`,
  unread: (folders: readonly string[]) =>
    `No file goes along, as these lists cannot be read and may need them: ${folders.join(', ')}.`,
  removed: ({ id, names, files: number, bytes: size }: TrashedLists) =>
    `${quoted(names)} went to the trash with ${files(number)} (${bytes(size)}). Nothing is deleted: songkeep lists restore <archive> ${id} has it back.`,
  merged: (added: number, entries: number, { id, names, into = '' }: TrashedLists) =>
    `${quoted(names)} is joined with “${into}”: ${count(added)} of its entries were new, ${count(entries)} are in it now. songkeep lists restore <archive> ${id} takes it back.`,
  restored: ({ names, files: number, bytes: size }: BroughtBack) =>
    `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} back, with ${files(number)} (${bytes(size)}).`,
  left: (number: number) =>
    `${files(number)} stayed in the trash, as something newer is in ${number === 1 ? 'its' : 'their'} place:`,
  trashed: ({ id, at, kind, names, into, files: number, bytes: size }: TrashedLists) =>
    `${id}  ${time(at)}  ${kind === 'merged' ? `${quoted(names)} joined with “${into}”` : `${quoted(names)}, ${files(number)} (${bytes(size)})`}`,
  emptyTrash: 'No list lies in the trash.',
  noArchives: 'No archive is known yet.',
  forgotten: (dir: string) =>
    `${dir} is left out of the library. No file of it was touched; the next backup into it shows it again.`,
}
