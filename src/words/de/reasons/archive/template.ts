import type { NameTemplateReasons } from '../../../../model/reasons/archive/template.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const template: Sentences<NameTemplateReasons> = {
  'archive.wrong-template': ({ template, why }, { say }) =>
    `Die Namensvorlage „${template}“ ist nicht zu gebrauchen: ${say(why)}.`,
  'archive.template-fields': ({ fields, usual }) =>
    `Die Felder sind ${fields.map((field) => `{${field}}`).join(' ')}; die übliche Vorlage ist „${usual}“.`,
  'archive.template-too-long': ({ max }) => `sie ist länger als ${count(max)} Zeichen`,
  'archive.template-backslash': 'Ordner trennt „/“, nicht „\\“',
  'archive.template-too-deep': ({ max }) => `sie ist mehr als ${count(max)} Ordner tief`,
  'archive.template-empty-name': 'ein Ordner oder eine Datei darin hat keinen Namen',
  'archive.template-leads-out': ({ segment }) => `„${segment}“ führt aus dem Archiv hinaus`,
  'archive.template-one-name': 'alle Dateien hießen gleich',
  'archive.template-lone-brace': ({ brace }) => `ein „${brace}“ steht allein`,
  'archive.template-unknown-field': ({ name, likeliest }) =>
    `ein Feld {${name}} gibt es nicht, vielleicht ist {${likeliest}} gemeint`,
}
