import type { AppJobReasons } from '../../../../model/reasons/app/jobs.ts'
import type { Sentences } from '../../../sentences.ts'

export const jobs: Sentences<AppJobReasons> = {
  'app.no-data-folder': 'Es gibt keinen Ort, an dem Läufe aufgeschrieben werden können.',
  'app.name-data-folder': 'Einen nennen: SONGKEEP_DATA',
  'app.no-job-of-id': ({ id }) => `Einen Lauf ${id} gibt es nicht.`,
  'app.list-jobs': 'Alle auflisten: songkeep jobs',
  'app.several-jobs-of-id': ({ id }) => `Mehrere Läufe beginnen mit ${id}.`,
  'app.give-more-of-id': 'Mehr von der Kennung angeben.',
  'app.no-job': 'Diesen Lauf gibt es nicht mehr.',
  'app.job-not-ended': 'Dieser Lauf ist noch nicht zu Ende.',
  'app.cancel-job-first': 'Zuerst abbrechen.',
  'app.import-not-here': ({ host, folder }) =>
    `Was auf der Seite abgelegt wurde, liegt nicht im Datenordner des Arbeiters, der diesen Lauf übernahm (${folder} auf ${host}).`,
  'app.share-data-folder':
    'Dem Server und den Arbeitern denselben Datenordner geben (SONGKEEP_DATA), dann den Lauf fortsetzen.',
  'app.job-of-other-version': 'Dieser Lauf stammt von einer anderen Version von Songkeep.',
  'app.order-anew': 'Neu beginnen.',
  'app.file-only-on-command-line':
    'Eine Datei dieses Rechners lässt sich nur auf der Befehlszeile nennen.',
  'app.nowhere-to-look': 'Es gibt keinen Ort, an dem nach den Titeln gesucht werden könnte.',
  'app.choose-music-folder': 'Einen Musikordner wählen.',
  'app.standard-input-gone':
    'Diese Playlist kam über die Standardeingabe und ist mit ihr verschwunden.',
  'app.run-again-with-input':
    'songkeep backup mit derselben Eingabe noch einmal ausführen: Was schon gesichert ist, wird nicht noch einmal gemacht.',
}
