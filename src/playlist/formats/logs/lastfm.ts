import { asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { countTags } from '../../reading/count/tags.ts'
import { firstText, parseJson } from '../../reading/json.ts'
import { gatherListens, type Listen } from '../../reading/listens.ts'
import { toObject } from '../../reading/objects/from-xml.ts'
import { parseXml } from '../../reading/xml/xml.ts'

/**
 * Last.fm's `user.getRecentTracks` as exporters keep it, page by page: https://www.last.fm/api/show/user.getRecentTracks.
 * `@attr.user` is not looked at.
 */
export const lastfm: PlaylistFormat = {
  name: 'lastfm',
  title: reason('playlist.format-lastfm'),
  isLog: true,

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (isXml(head)) return /<recenttracks[\s>]/.test(head) && /<artist[\s>]/.test(head) ? 1 : 0
    if (!/^\s{0,9}[{[]/.test(head) || !/"(?:recenttracks|track)"\s*:/.test(head)) return 0
    return /"artist"\s*:\s*\{[^{}]*"(?:#text|name)"\s*:/.test(head) && /"uts"\s*:/.test(head)
      ? 1
      : 0
  },

  read(input) {
    const name = 'Last.fm'
    return [gatherListens({ format: 'lastfm', name, fallbackName: name }, readTracks(input))]
  },

  // What was heard has a date; what plays at this moment has none.
  count: ({ text }) =>
    isXml(text)
      ? countTags(text, 'date', (parents) => parents.at(-1)?.name === 'track')
      : countItems(
          text,
          ...['', '[].'].flatMap((page) =>
            ['recenttracks.track', 'track'].flatMap((list) => [
              `${page}${list}[].date.uts`,
              `${page}${list}.date.uts`,
            ]),
          ),
        ),
}

const isXml = (text: string) => /^\s{0,9}</.test(text)

function* readTracks({ text }: FormatInput): Generator<Listen> {
  // Its JSON is made of its XML.
  const root = isXml(text) ? toObject(parseXml(text)) : parseJson(text)
  for (const page of Array.isArray(root) ? root : [root]) {
    const { recenttracks, track } = asRecord(page)
    const tracks = asRecord(recenttracks).track ?? track
    // A page with a single track has no list.
    for (const value of Array.isArray(tracks) ? tracks : [tracks]) {
      const fields = asRecord(value)
      // What plays at this moment has no date: it has not been heard yet.
      if (asRecord(fields['@attr'] ?? fields).nowplaying === 'true') continue
      yield {
        title: fields.name,
        artists: [nameOf(fields.artist)],
        album: nameOf(fields.album),
        uri: firstText(fields.url),
        at: asRecord(fields.date).uts,
      }
    }
  }
}

const nameOf = (value: unknown) => {
  const named = asRecord(value)
  return named['#text'] ?? named.name ?? value
}
