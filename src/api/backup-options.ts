import { z } from 'zod'
import { backupOptions, type OptionRow } from '../model/backup/options.ts'
import type { OptionName, OptionValue } from '../model/backup/request.ts'

type Options = typeof backupOptions

/** A row with a default may be left out and is there afterwards; one without may be missing. */
type SchemaOf<Name extends OptionName> = Options[Name] extends { readonly default: unknown }
  ? z.ZodDefault<z.ZodType<OptionValue<Name>, OptionValue<Name>>>
  : Options[Name] extends { readonly required: true }
    ? z.ZodType<OptionValue<Name>, OptionValue<Name>>
    : z.ZodOptional<z.ZodType<OptionValue<Name>, OptionValue<Name>>>

const folder = z.string().min(1).max(4096)

/** A schema for each row of the table of options. */
export const optionSchemas = Object.fromEntries(
  Object.entries(backupOptions).map(([name, row]) => [name, schemaOf(row)]),
) as unknown as { readonly [Name in OptionName]: SchemaOf<Name> }

function schemaOf(row: OptionRow): z.ZodType {
  const schema: z.ZodType = valueSchema(row)
  if ('default' in row) return schema.default(row.default as never)
  return row.required ? schema : schema.optional()
}

function valueSchema(row: OptionRow) {
  switch (row.kind) {
    case 'folder':
      return folder
    case 'folders':
      return z.array(folder).max(row.max)
    case 'text':
      return z.string().max(row.maxLength)
    case 'texts':
      return z.array(z.string().max(row.maxLength)).max(row.max)
    case 'choice':
      return z.enum(row.choices)
    case 'flag':
      return z.boolean()
    case 'number':
      return z.int().min(1).max(row.max)
  }
}
