const ROWS = 24
const COLUMNS = 100

/** The prompt that follows, and an empty line before. */
const AROUND = 2

/**
 * What may be printed at once so that nothing of it scrolls away. What is no terminal gets as much as a small one: a
 * log or a mail is read like a screen, `--verbose` says the whole and `--json` is for programs.
 */
export function screenSize(
  { rows, columns }: { readonly rows?: number; readonly columns?: number } = process.stdout,
) {
  return { width: columns || COLUMNS, height: (rows || ROWS) - AROUND }
}
