/** What an archive does not hold, and lines of it that cannot be read. */
export interface ArchiveStoredReasons {
  'archive.is-none': { readonly path: string }
  'archive.name-into': Record<never, never>
  'archive.unknown': Record<never, never>
  'archive.no-such-file': Record<never, never>
  'archive.no-such-entry': Record<never, never>
  'archive.no-playlist-yet': Record<never, never>
  'archive.back-up-first': Record<never, never>
  'archive.no-such-playlist': { readonly name: string }
  'archive.several-playlists': { readonly count: number }
  'archive.choose-playlist': { readonly names: readonly string[]; readonly more: boolean }
  /** Names of the same kind as the one asked for; cut to twenty. */
  'archive.there-are': { readonly names: readonly string[]; readonly more: boolean }
  'archive.no-such-format': { readonly name: string }
  'archive.not-replaced': { readonly paths: readonly string[] }
  'archive.replace-exports': Record<never, never>
  'archive.nothing-to-export': Record<never, never>
  'archive.no-report': Record<never, never>
  'archive.report-damaged': Record<never, never>
  'archive.back-up-again': Record<never, never>
  'archive.merge-with-itself': Record<never, never>
  'archive.not-in-trash': Record<never, never>
  'archive.list-trash': Record<never, never>
  'archive.line-not-json': Record<never, never>
  /** `field`: `line.chosen.sha256`. */
  'archive.line-wrong-field': { readonly field: string }
  'archive.line-no-text': Record<never, never>
  /** Lines found again, lines whose files are not whole any more, lines that cannot be read. */
  'archive.inventory-mended': {
    readonly restored: number
    readonly lost: number
    readonly damaged: number
  }
  'archive.line-changed': Record<never, never>
  'archive.line-cut-off': Record<never, never>
  'archive.track-too-long': Record<never, never>
}
