import type { NameTemplateReasons } from '../../../../model/reasons/archive/template.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const template: Sentences<NameTemplateReasons> = {
  'archive.wrong-template': ({ template, why }, { say }) =>
    `The name template "${template}" cannot be used: ${say(why)}.`,
  'archive.template-fields': ({ fields, usual }) =>
    `The fields are ${fields.map((field) => `{${field}}`).join(' ')}; the usual template is "${usual}".`,
  'archive.template-too-long': ({ max }) => `it is longer than ${count(max)} characters`,
  'archive.template-backslash': 'folders are parted by "/", not by "\\"',
  'archive.template-too-deep': ({ max }) => `it is more than ${count(max)} folders deep`,
  'archive.template-empty-name': 'a folder or file has no name in it',
  'archive.template-leads-out': ({ segment }) => `"${segment}" leads out of the archive`,
  'archive.template-one-name': 'every file would have the same name',
  'archive.template-lone-brace': ({ brace }) => `a "${brace}" stands alone`,
  'archive.template-unknown-field': ({ name, likeliest }) =>
    `there is no field {${name}}, perhaps {${likeliest}} is meant`,
}
