import type { StoreReasons } from '../../../../model/reasons/preserve/stores.ts'
import type { Sentences } from '../../../sentences.ts'
import { because } from '../../foreign.ts'

export const stores: Sentences<StoreReasons> = {
  'storage.s3-refused': ({ place, status, code }) =>
    `Der Server lehnt eine Anfrage zu ${place} ab: ${[status, code].filter(Boolean).join(' ')}`,
  'storage.check-s3':
    'Den Namen des Buckets, die Region, den Endpunkt und die Schlüssel in der Umgebung prüfen.',
  'storage.no-conditions': ({ place }) =>
    `Der Server von ${place} kennt kein Schreiben unter Bedingungen: Zwei Läufe zugleich könnten nicht erkennen, wer zuerst da war.`,
  'storage.choose-conditional-store':
    'Dort immer nur einen Lauf schreiben lassen oder einen Server nehmen, der es kann.',
  'storage.has-conditions': ({ place }) =>
    `${place} kennt Schreiben unter Bedingungen: Von zwei Läufen zugleich wird einer abgewiesen`,
  'storage.no-copy-there': ({ place }) => `In ${place} ist keine Kopie dieses Archivs mehr`,
  'storage.in-the-way': ({ path }) =>
    `${path} ist eine Verknüpfung oder etwas anderes, das im Weg ist.`,
  'storage.move-it-away': 'Es wegräumen und denselben Befehl noch einmal starten.',
  'storage.written-differs': ({ place }) =>
    `Was jetzt in ${place} liegt, ist nicht, was dorthin geschrieben wurde.`,
  'storage.place-full': ({ place, why }, { say }) => `${place} ist voll${because(why, say)}.`,
  'storage.place-broken': ({ place, why }, { say }) =>
    `${place} ist nicht zu gebrauchen${because(why, say)}.`,
  'storage.check-place':
    'Den Datenträger und seine Rechte prüfen und denselben Befehl noch einmal starten: Er macht weiter, wo er stand.',
  'storage.web-refused': ({ place, status }) =>
    `Der Server von ${place} lehnt eine Anfrage ab, mit Status ${status}.`,
  'storage.odd-answer': ({ place }) => `Der Server von ${place} antwortet nicht, wie S3 es tut.`,
  'storage.changed-while-read': ({ place, key }) =>
    `${key} in ${place} hat sich beim Lesen geändert.`,
}
