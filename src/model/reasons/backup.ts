/** Codes of `backup` and what their sentences are filled with. */
export type BackupReasons = {}
