/** What keeps an archive in step every night on this machine, or would. */
export interface InstalledSync {
  readonly by: 'systemd' | 'cron'
  /** What is written: whole files with their paths, or one line of the table. */
  readonly texts: readonly { readonly path?: string; readonly text: string }[]
  /** False where it was only said. */
  readonly isWritten: boolean
  /** It will run: nothing is left to do. */
  readonly isActive: boolean
  /** What is left to do, as a command. */
  readonly next?: string
}
