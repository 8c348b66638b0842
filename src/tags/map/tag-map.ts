import type { Tags } from '../../model/media.ts'
import type { CodecName } from './codecs.ts'

/** The kinds of tags that are written. Opus has Vorbis comments with a loudness of its own (RFC 7845). */
export type TagKind = 'id3' | 'vorbis' | 'opus' | 'mp4'

/**
 * Tags with the artists split in two: `artistLine` is the line as credited, or the list where there is none; `artistList`
 * is the list beside a credited line.
 */
export interface TextMetadata extends Omit<Tags, 'artists' | 'artistCredit' | 'cover' | 'extra'> {
  readonly artistLine: readonly string[]
  readonly artistList: readonly string[]
}

/**
 * Where a value stands. ID3v2: a frame, `TXXX:` and its description, `UFID:` and its owner, `TIPL:` and its part.
 * Vorbis comments: a name. M4A: an atom; `----:` is short for the freeform atoms of com.apple.iTunes.
 * Opus: as Vorbis where nothing is said, nowhere where it is null.
 */
type Places = readonly [
  id3: string | null,
  vorbis: string | null,
  mp4: string | null,
  opus?: string | null,
]

export type TagRow = readonly [key: keyof TextMetadata, codec: CodecName, ...places: Places]

/**
 * The mapping of MusicBrainz Picard: https://picard-docs.musicbrainz.org/en/appendices/tag_mapping.html
 * What Picard has no place for follows Mp3tag and Kid3 (pages), music-metadata (M4A) or RFC 7845 (loudness in Opus).
 * Two rows of one key: both are written, the first that is filled is read.
 */
// biome-ignore format: a table is read by its rows
export const tagMap: readonly TagRow[] = [
  ['title', 'line', 'TIT2', 'TITLE', '©nam'],
  ['titleSort', 'line', 'TSOT', 'TITLESORT', 'sonm'],
  ['artistLine', 'lines', 'TPE1', 'ARTIST', '©ART'],
  ['artistList', 'lines', 'TXXX:ARTISTS', 'ARTISTS', '----:ARTISTS'],
  ['artistSort', 'line', 'TSOP', 'ARTISTSORT', 'soar'],
  ['album', 'line', 'TALB', 'ALBUM', '©alb'],
  ['albumSort', 'line', 'TSOA', 'ALBUMSORT', 'soal'],
  ['albumArtists', 'lines', 'TPE2', 'ALBUMARTIST', 'aART'],
  ['albumArtistSort', 'line', 'TSO2', 'ALBUMARTISTSORT', 'soaa'],
  ['trackNumber', 'count', 'TRCK', 'TRACKNUMBER', 'trkn'],
  ['trackTotal', 'total', 'TRCK', null, 'trkn'],
  ['trackTotal', 'count', null, 'TRACKTOTAL', null],
  ['trackTotal', 'count', null, 'TOTALTRACKS', null],
  ['discNumber', 'count', 'TPOS', 'DISCNUMBER', 'disk'],
  ['discTotal', 'total', 'TPOS', null, 'disk'],
  ['discTotal', 'count', null, 'DISCTOTAL', null],
  ['discTotal', 'count', null, 'TOTALDISCS', null],
  ['date', 'date', 'TDRC', 'DATE', '©day'],
  ['originalDate', 'date', 'TDOR', 'ORIGINALDATE', '----:ORIGINALDATE'],
  ['genres', 'lines', 'TCON', 'GENRE', '©gen'],
  ['composers', 'lines', 'TCOM', 'COMPOSER', '©wrt'],
  ['composerSort', 'line', 'TSOC', 'COMPOSERSORT', 'soco'],
  ['performers', 'people', 'TMCL', null, null],
  ['performers', 'credits', null, 'PERFORMER', '----:PERFORMER'],
  ['isrc', 'line', 'TSRC', 'ISRC', '----:ISRC'],
  ['labels', 'lines', 'TPUB', 'LABEL', '----:LABEL'],
  ['catalogNumbers', 'lines', 'TXXX:CATALOGNUMBER', 'CATALOGNUMBER', '----:CATALOGNUMBER'],
  ['barcode', 'line', 'TXXX:BARCODE', 'BARCODE', '----:BARCODE'],
  ['compilation', 'flag', 'TCMP', 'COMPILATION', 'cpil'],
  // A "track id" of Vorbis comments and M4A is the recording's: Picard keeps the names of old.
  ['recordingMbid', 'line', 'UFID:http://musicbrainz.org', 'MUSICBRAINZ_TRACKID', '----:MusicBrainz Track Id'],
  ['trackMbid', 'line', 'TXXX:MusicBrainz Release Track Id', 'MUSICBRAINZ_RELEASETRACKID', '----:MusicBrainz Release Track Id'],
  ['releaseMbid', 'line', 'TXXX:MusicBrainz Album Id', 'MUSICBRAINZ_ALBUMID', '----:MusicBrainz Album Id'],
  ['releaseGroupMbid', 'line', 'TXXX:MusicBrainz Release Group Id', 'MUSICBRAINZ_RELEASEGROUPID', '----:MusicBrainz Release Group Id'],
  ['artistMbids', 'lines', 'TXXX:MusicBrainz Artist Id', 'MUSICBRAINZ_ARTISTID', '----:MusicBrainz Artist Id'],
  ['albumArtistMbids', 'lines', 'TXXX:MusicBrainz Album Artist Id', 'MUSICBRAINZ_ALBUMARTISTID', '----:MusicBrainz Album Artist Id'],
  ['acoustid', 'line', 'TXXX:Acoustid Id', 'ACOUSTID_ID', '----:Acoustid Id'],
  ['acoustidFingerprint', 'line', 'TXXX:Acoustid Fingerprint', 'ACOUSTID_FINGERPRINT', '----:Acoustid Fingerprint'],
  ['licenceUrl', 'url', 'WCOP', 'LICENSE', '----:LICENSE'],
  ['copyright', 'line', 'TCOP', 'COPYRIGHT', 'cprt'],
  ['fileUrl', 'url', 'WOAF', 'WWWAUDIOFILE', '----:WWWAUDIOFILE'],
  ['sourceUrl', 'url', 'WOAS', 'WWWAUDIOSOURCE', '----:WWWAUDIOSOURCE'],
  ['artistUrl', 'url', 'WOAR', 'WEBSITE', '----:WEBSITE'],
  ['trackGainDb', 'gain', 'TXXX:REPLAYGAIN_TRACK_GAIN', 'REPLAYGAIN_TRACK_GAIN', '----:REPLAYGAIN_TRACK_GAIN', null],
  ['trackPeak', 'peak', 'TXXX:REPLAYGAIN_TRACK_PEAK', 'REPLAYGAIN_TRACK_PEAK', '----:REPLAYGAIN_TRACK_PEAK', null],
  ['albumGainDb', 'gain', 'TXXX:REPLAYGAIN_ALBUM_GAIN', 'REPLAYGAIN_ALBUM_GAIN', '----:REPLAYGAIN_ALBUM_GAIN', null],
  ['albumPeak', 'peak', 'TXXX:REPLAYGAIN_ALBUM_PEAK', 'REPLAYGAIN_ALBUM_PEAK', '----:REPLAYGAIN_ALBUM_PEAK', null],
  ['trackGainDb', 'r128', null, null, null, 'R128_TRACK_GAIN'],
  ['albumGainDb', 'r128', null, null, null, 'R128_ALBUM_GAIN'],
  ['lyrics', 'text', 'USLT', 'LYRICS', '©lyr'],
  ['syncedLyrics', 'lrc', 'SYLT', 'SYNCEDLYRICS', '----:SYNCEDLYRICS'],
  ['keptFrom', 'line', 'TXXX:SONGKEEP_SOURCE', 'SONGKEEP_SOURCE', '----:SONGKEEP_SOURCE'],
  ['verdict', 'line', 'TXXX:SONGKEEP_VERDICT', 'SONGKEEP_VERDICT', '----:SONGKEEP_VERDICT'],
  ['originalSha256', 'line', 'TXXX:SONGKEEP_ORIGINAL_SHA256', 'SONGKEEP_ORIGINAL_SHA256', '----:SONGKEEP_ORIGINAL_SHA256'],
]

/** Names that other programs use: read after those above, never written. */
// biome-ignore format: a table is read by its rows
export const otherNames: readonly TagRow[] = [
  ['albumArtists', 'lines', null, 'ALBUM ARTIST', null],
  ['trackTotal', 'total', null, 'TRACKNUMBER', null],
  ['discTotal', 'total', null, 'DISCNUMBER', null],
  ['trackNumber', 'count', null, 'TRACK', null],
  ['trackTotal', 'total', null, 'TRACK', null],
  ['discNumber', 'count', null, 'DISC', null],
  ['discTotal', 'total', null, 'DISC', null],
  ['date', 'date', null, 'YEAR', null],
  ['genres', 'lines', null, null, 'gnre'],
  ['lyrics', 'text', null, 'UNSYNCEDLYRICS', null],
  ['labels', 'lines', null, 'ORGANIZATION', null],
  // foobar2000, Kid3.
  ['labels', 'lines', null, 'PUBLISHER', '----:PUBLISHER'],
  // mediafile, Banshee.
  ['trackTotal', 'count', null, 'TRACKC', null],
  ['discTotal', 'count', null, 'DISCC', null],
  ['recordingMbid', 'line', 'TXXX:MusicBrainz Track Id', null, null],
  ['licenceUrl', 'url', 'TXXX:LICENSE', 'LICENCE', null],
  ['trackGainDb', 'gain', null, null, null, 'REPLAYGAIN_TRACK_GAIN'],
  ['trackPeak', 'peak', null, null, null, 'REPLAYGAIN_TRACK_PEAK'],
  ['albumGainDb', 'gain', null, null, null, 'REPLAYGAIN_ALBUM_GAIN'],
  ['albumPeak', 'peak', null, null, null, 'REPLAYGAIN_ALBUM_PEAK'],
]

/** What has no key of its own in Tags, by Picard's name in Vorbis comments; any other name stays as it is. */
// biome-ignore format: a table is read by its rows
export const extraMap: readonly (readonly [vorbis: string, id3: string, mp4: string])[] = [
  ['ARRANGER', 'TIPL:arranger', '----:ARRANGER'],
  ['ASIN', 'TXXX:ASIN', '----:ASIN'],
  ['BPM', 'TBPM', 'tmpo'],
  ['COMMENT', 'COMM', '©cmt'],
  ['CONDUCTOR', 'TPE3', '----:CONDUCTOR'],
  ['DISCSUBTITLE', 'TSST', '----:DISCSUBTITLE'],
  ['DJMIXER', 'TIPL:DJ-mix', '----:DJMIXER'],
  ['ENCODEDBY', 'TENC', '©too'],
  ['ENGINEER', 'TIPL:engineer', '----:ENGINEER'],
  ['GROUPING', 'TIT1', '©grp'],
  ['KEY', 'TKEY', '----:initialkey'],
  ['LANGUAGE', 'TLAN', '----:LANGUAGE'],
  ['LYRICIST', 'TEXT', '----:LYRICIST'],
  ['MEDIA', 'TMED', '----:MEDIA'],
  ['MIXER', 'TIPL:mix', '----:MIXER'],
  ['MOOD', 'TMOO', '----:MOOD'],
  ['MOVEMENT', 'MVIN', '©mvi'],
  ['MOVEMENTNAME', 'MVNM', '©mvn'],
  ['MOVEMENTTOTAL', 'MVIN:total', '©mvc'],
  ['MUSICBRAINZ_DISCID', 'TXXX:MusicBrainz Disc Id', '----:MusicBrainz Disc Id'],
  ['MUSICBRAINZ_ORIGINALALBUMID', 'TXXX:MusicBrainz Original Album Id', '----:MusicBrainz Original Album Id'],
  ['MUSICBRAINZ_ORIGINALARTISTID', 'TXXX:MusicBrainz Original Artist Id', '----:MusicBrainz Original Artist Id'],
  ['MUSICBRAINZ_TRMID', 'TXXX:MusicBrainz TRM Id', '----:MusicBrainz TRM Id'],
  ['MUSICBRAINZ_WORKID', 'TXXX:MusicBrainz Work Id', '----:MusicBrainz Work Id'],
  ['MUSICIP_PUID', 'TXXX:MusicIP PUID', '----:MusicIP PUID'],
  ['ORIGINALALBUM', 'TOAL', '----:ORIGINALALBUM'],
  ['ORIGINALARTIST', 'TOPE', '----:ORIGINALARTIST'],
  ['ORIGINALFILENAME', 'TOFN', '----:ORIGINALFILENAME'],
  ['ORIGINALLYRICIST', 'TOLY', '----:ORIGINALLYRICIST'],
  ['PRODUCER', 'TIPL:producer', '----:PRODUCER'],
  ['RATING', 'TXXX:RATING', 'rate'],
  ['RELEASECOUNTRY', 'TXXX:MusicBrainz Album Release Country', '----:MusicBrainz Album Release Country'],
  ['RELEASESTATUS', 'TXXX:MusicBrainz Album Status', '----:MusicBrainz Album Status'],
  ['RELEASETYPE', 'TXXX:MusicBrainz Album Type', '----:MusicBrainz Album Type'],
  ['REMIXER', 'TPE4', '----:REMIXER'],
  ['SCRIPT', 'TXXX:SCRIPT', '----:SCRIPT'],
  ['SHOWMOVEMENT', 'TXXX:SHOWMOVEMENT', 'shwm'],
  ['SUBTITLE', 'TIT3', '----:SUBTITLE'],
  ['WORK', 'TXXX:WORK', '©wrk'],
  ['WRITER', 'TXXX:Writer', '----:WRITER'],
]
