import type { PackEvent, PackRequest } from '../../../packages/packer.ts'
import { packTorrents as pack } from '../../../preserve/torrent/pack-torrents.ts'
import { countPlaysOfFiles } from '../../tail/plays-of-files.ts'
import { readPlays } from '../../tail/read-plays.ts'

/** Torrents of an archive, the most loved first: by the listening histories of `--plays`, where there are any. */
export function packTorrents(request: PackRequest): AsyncIterable<PackEvent> {
  const { plays = [] } = request.options
  const { signal } = request
  return pack(request, {
    today: new Date().toISOString().slice(0, 10),
    countPlays: async (files) =>
      plays.length > 0
        ? countPlaysOfFiles(files, (await readPlays(plays, { signal })).tracks)
        : undefined,
  })
}
