import { HAN_FORMS } from './han-forms-table.ts'

let forms: Map<string, string> | undefined

function read(): Map<string, string> {
  const read = new Map<string, string>()
  for (let at = 0; at < HAN_FORMS.length; at += 2)
    read.set(HAN_FORMS.charAt(at), HAN_FORMS.charAt(at + 1))
  return read
}

/** One form for each character: traditional, simplified and Japanese ones are equal (`國`, `国`; `櫻`, `樱`, `桜`). */
export function levelHan(char: string): string {
  forms ??= read()
  return forms.get(char) ?? char
}
