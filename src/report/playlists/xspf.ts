import { cleanField, creditOf, type ExportedEntry, type PlaylistWriter } from './writer.ts'

/** XSPF 1: https://www.xspf.org/spec. */
export const xspf: PlaylistWriter = {
  name: 'xspf',
  extension: 'xspf',
  mediaType: 'application/xspf+xml; charset=utf-8',
  carries: ['title', 'artist', 'album', 'durationMs', 'trackNumber', 'isrc', 'uri'],
  write({ name, description, creator, entries }) {
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<playlist version="1" xmlns="http://xspf.org/ns/0/">',
      ...element('title', name),
      ...element('creator', creator),
      ...element('annotation', description),
      '  <trackList>',
      ...entries.flatMap(writeTrack),
      '  </trackList>',
      '</playlist>',
      '',
    ].join('\n')
  },
}

function writeTrack({ track, file, missing, mbid }: ExportedEntry): readonly string[] {
  const { title, album, durationMs, trackNumber, isrc, uri } = track
  const elements = [
    ...element('location', file === undefined ? undefined : encodePath(file)),
    ...element('identifier', uri),
    ...element('identifier', isrc && `urn:isrc:${isrc}`),
    ...element('identifier', mbid && `https://musicbrainz.org/recording/${mbid}`),
    ...element('title', title),
    ...element('creator', creditOf(track)),
    ...element('annotation', file === undefined ? missing : undefined),
    ...element('album', album),
    ...element('trackNum', trackNumber?.toString()),
    ...element(
      'duration',
      durationMs === undefined ? undefined : Math.round(durationMs).toString(),
    ),
  ]
  return ['    <track>', ...elements.map((each) => `    ${each}`), '    </track>']
}

const element = (name: string, text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [`  <${name}>${escapeXml(text)}</${name}>`]

const escapeXml = (text: string) =>
  cleanField(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A relative reference by RFC 3986: a colon is encoded too, so that nothing in it is taken for a scheme. */
export const encodePath = (path: string) =>
  path.toWellFormed().split('/').map(encodeURIComponent).join('/')
