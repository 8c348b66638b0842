import type { ArchivedFile } from '../../model/archived-file.ts'

export const MANIFEST = 'manifest-sha256.txt'

/** The lines that `sha256sum -c` reads, escaped as coreutils does. */
export function* writeManifest(all: Iterable<ArchivedFile>): Generator<string> {
  for (const { sha256, path } of all) {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    yield `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
  }
}
