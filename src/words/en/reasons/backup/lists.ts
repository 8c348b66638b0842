import type { BackupListReasons } from '../../../../model/reasons/backup/lists.ts'
import type { Sentences } from '../../../sentences.ts'

export const lists: Sentences<BackupListReasons> = {
  'backup.newer-version': ({ name, at, same, of }, { units }) =>
    `the newer version of “${name}”, ${at === undefined ? 'whose first backup was not finished' : `last kept on ${units.day(at)}`}, ${units.count(same)} of ${units.count(of)} entries the same`,
  'backup.new-list': 'a new list',
  'backup.list-continued': ({ name, at, same, of, percent }, { units }) =>
    `Taken for the newer version of “${name}”${at === undefined ? '' : `, last kept on ${units.day(at)}`}: ${units.count(same)} of ${units.count(of)} entries are the same, and ${percent} % are enough where nobody is asked. If it is another list, give it an id of its own with --list.`,
  'backup.list-apart': ({ name, id, same, of }, { units }) =>
    `Kept as a list of its own: with “${name}”, which the archive holds too, it has ${units.count(same)} of ${units.count(of)} entries in common. If it is its newer version, say so with --list ${id}.`,
  'backup.list-renamed': ({ before }) => `It was called “${before}” before.`,
  'backup.lists-joined': ({ name, added }, { units }) =>
    `“${name}” was joined with it: ${units.count(added)} ${added === 1 ? 'entry' : 'entries'} of it came here.`,
  'backup.list-begun': ({ id }) =>
    `A new list: the archive holds none with the id or the name “${id}”.`,
  'backup.several-lists': ({ name }) => `The archive holds several lists called “${name}”.`,
  'backup.give-list-id': ({ ids }) => `Give the id of one: ${ids.join(', ')}.`,
  'backup.list-for-one': ({ playlists }, { units }) =>
    `--list says which list one playlist is; the input has ${units.count(playlists)}.`,
  'backup.list-empty': 'A list needs an id or a name: --list is empty.',
}
