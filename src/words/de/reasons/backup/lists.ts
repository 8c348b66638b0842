import type { BackupListReasons } from '../../../../model/reasons/backup/lists.ts'
import type { Sentences } from '../../../sentences.ts'

export const lists: Sentences<BackupListReasons> = {
  'backup.newer-version': ({ name, at, same, of }, { units }) =>
    `die neuere Fassung von „${name}“, ${at === undefined ? 'deren erste Sicherung nicht fertig wurde' : `zuletzt gesichert am ${units.day(at)}`}, ${units.count(same)} von ${units.count(of)} Einträgen gleich`,
  'backup.new-list': 'eine neue Liste',
  'backup.list-continued': ({ name, at, same, of, percent }, { units }) =>
    `Als neuere Fassung von „${name}“ genommen${at === undefined ? '' : ` (zuletzt gesichert am ${units.day(at)})`}: ${units.count(same)} von ${units.count(of)} Einträgen sind gleich, und ${percent} % genügen, wo niemand gefragt wird. Ist es eine andere Liste, ihr mit --list eine eigene Kennung geben.`,
  'backup.list-apart': ({ name, id, same, of }, { units }) =>
    `Als eigene Liste gesichert: Mit „${name}“, die das Archiv auch enthält, hat sie ${units.count(same)} von ${units.count(of)} Einträgen gemeinsam. Ist sie deren neuere Fassung, es mit --list ${id} sagen.`,
  'backup.list-renamed': ({ before }) => `Sie hieß vorher „${before}“.`,
  'backup.lists-joined': ({ name, added }, { units }) =>
    `„${name}“ wurde damit zusammengelegt: ${added === 1 ? '1 Eintrag kam' : `${units.count(added)} Einträge kamen`} von dort hierher.`,
  'backup.list-begun': ({ id }) =>
    `Eine neue Liste: Im Archiv hat keine die Kennung oder den Namen „${id}“.`,
  'backup.several-lists': ({ name }) => `Das Archiv enthält mehrere Listen namens „${name}“.`,
  'backup.give-list-id': ({ ids }) => `Die Kennung von einer angeben: ${ids.join(', ')}.`,
  'backup.list-for-one': ({ playlists }, { units }) =>
    `--list sagt von einer Playlist, welche Liste sie ist; die Eingabe enthält ${units.count(playlists)}.`,
  'backup.list-empty': 'Eine Liste braucht eine Kennung oder einen Namen: --list ist leer.',
}
