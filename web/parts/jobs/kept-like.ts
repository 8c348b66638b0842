import type { ArchivedPlaylist, Settings } from '../../../src/api/contract.ts'

/** As a list was kept before: its FLACs never become MP3s. The folders that are settled now are looked through too. */
export function keptLike(
  settings: Settings,
  asked: ArchivedPlaylist['asked'],
  dir: string,
): Settings {
  const before = (asked ?? {}) as Partial<Settings>
  // Anybody may have written the report that this is from; the server looks at every value again.
  const folders = Array.isArray(before.libraries) ? before.libraries : []
  const libraries = [...new Set([...folders, ...settings.libraries])]
  return { ...settings, ...before, libraries, into: dir }
}
