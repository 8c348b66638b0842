import type { Words } from '../words/words.ts'

/** `-i, --into <folder>` with the folder in the reader's language. */
export const fillPlaceholders = (text: string, { commandLine }: Words): string =>
  text.replaceAll(
    /([<[])([a-z]+)((?:\.{3})?[>\]])/g,
    (_, open, name, close) => `${open}${commandLine.help.placeholders[name] ?? name}${close}`,
  )
