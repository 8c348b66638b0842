import type { AnyReason } from '../any-reason.ts'

/** What is wrong with a template of file names. */
export interface NameTemplateReasons {
  'archive.wrong-template': { readonly template: string; readonly why: AnyReason }
  'archive.template-fields': { readonly fields: readonly string[]; readonly usual: string }
  'archive.template-too-long': { readonly max: number }
  'archive.template-backslash': Record<never, never>
  'archive.template-too-deep': { readonly max: number }
  'archive.template-empty-name': Record<never, never>
  'archive.template-leads-out': { readonly segment: string }
  'archive.template-one-name': Record<never, never>
  'archive.template-lone-brace': { readonly brace: string }
  'archive.template-unknown-field': { readonly name: string; readonly likeliest: string }
}
