import type { SharingReasons } from '../../../../model/reasons/preserve/sharing.ts'
import type { Sentences } from '../../../sentences.ts'

export const sharing: Sentences<SharingReasons> = {
  'rights.share-allowed': ({ licence }, { say }) =>
    `${say(licence)} erlaubt allen, unveränderte Kopien weiterzugeben.`,
  'rights.share-by-date':
    'Nach ihrem Alter ist die Aufnahme in den USA gemeinfrei; das weiß nicht nur, wer sie eingestellt hat.',
  'rights.share-non-commercial':
    'NonCommercial: Weitergeben ist erlaubt, wo damit kein Geld verdient wird.',
  'rights.share-format-only':
    'NoDerivatives: Nur das Format wurde geändert; das gilt der Lizenz nicht als Bearbeitung.',
  'rights.share-own': 'Sie stammt aus den eigenen Dateien: Die werden nie geteilt.',
  'rights.share-host-forbids': ({ host }) => `${host} erlaubt keine Kopien.`,
  'rights.share-host-unread': ({ host }) =>
    `Was ${host} über das Weitergeben von Kopien sagt, hat noch niemand gelesen.`,
  'rights.share-not-copied':
    'Sie wurde nicht als Kopie gesichert, die Lizenz und Anbieter erlauben.',
  'rights.share-judged-otherwise':
    'Nach dem, was von ihr festgehalten ist, fiele das Urteil heute anders aus.',
  'rights.share-settled':
    'Sie wurde auf jemandes Wort hin gesichert: Das gilt nur für einen selbst.',
  'rights.share-in-doubt':
    'Was inzwischen bekannt ist, spricht gegen den, der sie eingestellt hat.',
  'rights.share-unchecked':
    'Dort darf jeder etwas einstellen, und im letzten Jahr wurde niemand gefragt, wem die Aufnahme gehört. Ein neues Sichern fragt nach.',
  'rights.share-date-unproven':
    'Dass sie alt genug ist, weiß niemand außer dem, der sie eingestellt hat.',
  'rights.share-needs-text': ({ licence }, { say }) =>
    `${say(licence)}: Wortlaut und Vermerke müssen jeder Kopie beiliegen, und sie sind nicht hier.`,
  'rights.share-needs-source': ({ licence }, { say }) =>
    `${say(licence)}: Wer sie weitergibt, muss anbieten, woraus sie gemacht ist.`,
  'rights.share-no-address': ({ licence }, { say }) =>
    `${say(licence)}: Wo ihr Text steht, ist nicht bekannt, und eine Kopie muss es sagen.`,
  'rights.share-no-evidence':
    'Ihre Seite, ihre Datei oder die Antwort mit ihrer Lizenz ist nicht so festgehalten, wie der Anbieter sie hat.',
}
