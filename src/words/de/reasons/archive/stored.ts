import type { ArchiveStoredReasons } from '../../../../model/reasons/archive/stored.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const stored: Sentences<ArchiveStoredReasons> = {
  'archive.is-none': ({ path }) => `${path} ist kein Archiv.`,
  'archive.name-into': 'Den Ordner nennen oder Bucket und Präfix, wie bei --into angegeben.',
  'archive.unknown': 'Dieses Archiv gibt es nicht.',
  'archive.no-such-file': 'Diese Datei gibt es in diesem Archiv nicht.',
  'archive.no-such-entry': 'Diesen Eintrag gibt es nicht.',
  'archive.no-playlist-yet': 'Im Archiv ist noch keine Playlist.',
  'archive.back-up-first': 'Zuerst eine sichern: songkeep backup.',
  'archive.no-such-playlist': ({ name }) => `Im Archiv ist keine Playlist namens ${name}.`,
  'archive.several-playlists': ({ count }) => `Im Archiv sind ${units.count(count)} Playlists.`,
  'archive.choose-playlist': ({ names, more }) =>
    `Mit --playlist eine wählen oder mit --out einen Ordner für alle. Es gibt: ${names.join(', ')}${more ? ', …' : ''}.`,
  'archive.there-are': ({ names, more }) => `Es gibt: ${names.join(', ')}${more ? ', …' : ''}.`,
  'archive.no-such-format': ({ name }) => `Ein Format namens ${name} gibt es nicht.`,
  'archive.not-replaced': ({ paths }) => `Schon da und unverändert gelassen: ${paths.join(', ')}.`,
  'archive.replace-exports': 'Einen anderen Ordner nennen oder --replace angeben.',
  'archive.nothing-to-export': 'Es gibt nichts auszugeben.',
  'archive.no-report': 'Von dieser Playlist gibt es in diesem Archiv keinen Bericht.',
  'archive.report-damaged': 'Der Bericht dieser Playlist ist beschädigt.',
  'archive.back-up-again': 'Beim nächsten Sichern entsteht er neu.',
  'archive.merge-with-itself': 'Eine Liste lässt sich nicht mit sich selbst zusammenlegen.',
  'archive.not-in-trash': 'Im Papierkorb dieses Archivs liegt keine solche Liste.',
  'archive.list-trash': 'songkeep lists trash nennt, was dort liegt.',
  'archive.line-not-json': 'kein JSON',
  'archive.line-wrong-field': ({ field }) => `falsch oder nicht da: ${field}`,
  'archive.line-no-text': 'zu lang, oder kein UTF-8',
  'archive.inventory-mended': ({ restored, lost, damaged }) =>
    [
      'Das Verzeichnis des Archivs war gekürzt, verändert oder entfernt worden',
      ...(restored > 0
        ? [
            `${count(restored)} ${restored === 1 ? 'Datei wurde' : 'Dateien wurden'} anhand der Prüfsummen wieder aufgenommen`,
          ]
        : []),
      ...(lost > 0
        ? [
            `${count(lost)} ${lost === 1 ? 'Datei daraus liegt' : 'Dateien daraus liegen'} nicht mehr unversehrt vor und wird neu gesucht`,
          ]
        : []),
      ...(damaged > 0
        ? [
            `${count(damaged)} ${damaged === 1 ? 'Zeile war' : 'Zeilen waren'} unlesbar: siehe .songkeep/damaged`,
          ]
        : []),
    ].join('; '),
  'archive.line-changed': 'anders, als sie geschrieben wurde',
  'archive.line-cut-off': 'am Ende abgeschnitten',
  'archive.track-too-long': 'Der Titel hat mehr Text, als eine Zeile des Verzeichnisses fasst.',
}
