import type { MediaReasons } from '../../../../model/reasons/media/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { because } from '../../foreign.ts'
import { units } from '../../units.ts'
import { pictures } from './picture.ts'

const { count } = units

export const media: Sentences<MediaReasons> = {
  'media.not-audio': 'das ist keine lesbare Audiodatei',
  'media.no-audio': 'die Datei enthält keinen Ton',
  'media.too-little-audio': 'die Datei enthält zu wenig Ton',
  'media.undecodable': ({ detail }) => `dieses FFmpeg kann den Ton nicht dekodieren (${detail})`,
  'media.truncated': ({ durationMs, promisedMs }) =>
    `die Datei ist abgeschnitten: ${seconds(durationMs)} von ${seconds(promisedMs)} sind da`,
  'media.truncated-bytes': ({ bytes, promisedBytes }, { units }) =>
    `die Datei ist abgeschnitten: ${units.count(bytes)} von ${units.count(promisedBytes)} Bytes sind da`,
  'media.truncated-page': 'die Datei ist abgeschnitten: ihre letzte Seite ist unvollständig',
  'media.damaged': 'der Ton ist beschädigt',
  'media.damaged-page': 'der Ton ist beschädigt: der Anfang der letzten Seite fehlt',
  'media.damaged-frames': ({ strayBytes, bytes }, { units }) =>
    `der Ton ist beschädigt: ${units.count(strayBytes)} von ${units.count(bytes)} Bytes gehören zu keinem Frame`,
  'media.checksum-differs': 'der Ton ist beschädigt: die Prüfsumme stimmt nicht',
  'media.encoded-length-differs': ({ format, encodedMs, decodedMs }) =>
    `die Länge in ${format} ist ${seconds(encodedMs)}, dekodiert wurden ${seconds(decodedMs)}`,
  'media.silent': 'es ist nichts als Stille darin',
  'media.partly-silent': ({ part }) => `${percent(part)} davon sind Stille`,
  'media.wrong-length': ({ durationMs, source, expectedMs }) =>
    `die Länge ist ${seconds(durationMs)}, laut ${source} wären es ${seconds(expectedMs)}`,
  'media.wrong-length-in-playlist': ({ durationMs, expectedMs }) =>
    `die Länge ist ${seconds(durationMs)}, laut Playlist wären es ${seconds(expectedMs)}`,
  'media.wrong-recording': ({ errorRate }) => `das ist eine andere Aufnahme: ${differs(errorRate)}`,
  'media.doubtful-recording': ({ errorRate }) =>
    `das ist vielleicht eine andere Aufnahme: ${differs(errorRate)}`,
  'media.too-long': ({ maxHours }) => `die Aufnahme ist länger als ${count(maxHours)} Stunden`,

  'media.end-missing': ({ missingMs }) => `die letzten ${seconds(missingMs)} fehlen`,
  'media.ends-within-frame': 'die Datei endet mitten in einem Frame',
  'media.stray-bytes': ({ strayBytes }, { units }) =>
    `${units.count(strayBytes)} Bytes darin gehören zu keinem Frame`,
  'media.header-says-less': ({ durationMs, promisedMs }) =>
    `ihr Kopf nennt ${seconds(promisedMs)} von ${seconds(durationMs)}: sie wurde aus mehreren Dateien zusammengefügt`,
  'media.header-mended': 'der Kopf der Kopie nennt die ganze Länge',
  'media.tags-within': ({ tags }) =>
    tags === 1
      ? 'zwischen den Frames steht ein Tag'
      : `zwischen den Frames stehen ${count(tags)} Tags`,
  'media.gain-changed':
    'die Lautstärke wurde in den Frames selbst geändert, wie mp3gain es tut: die Prüfsumme sagt nichts mehr',
  'media.chained': ({ links }) =>
    `${count(links)} Stücke hintereinander in einer Datei: die Tags sind die des ersten`,
  'media.format-varies': ({ formats }) =>
    `sein Format wechselt mittendrin: ${formats.join(', dann ')}`,
  'media.channel-mask-wrong':
    'sein Kopf nennt mehr oder weniger Kanäle, als es hat: sie wurden in der üblichen Reihenfolge genommen',
  'media.damaged-beside': ({ complaint }) => `etwas neben dem Ton ist beschädigt (${complaint})`,
  'media.lossless-from-lossy': ({ codec, format }) =>
    `aus ${codec} gemacht, das verlustbehaftet ist: ${format} bringt nichts zurück`,
  'media.lossy-twice': ({ codec }) =>
    `ein zweites Mal kodiert, aus ${codec}, das ebenfalls verlustbehaftet ist`,
  'media.bits-from-float': ({ bits }) =>
    `die Samples waren Gleitkommazahlen: ${bits} Bit von jedem sind erhalten`,
  'media.bits-from-dsd': ({ bits }) => `es war DSD: daraus wurde PCM mit ${bits} Bit`,
  'media.bits-fewer': ({ from, bits }) => `von den ${from} Bit jedes Samples sind ${bits} erhalten`,
  'media.clipped': ({ peak }) =>
    `die lautesten Samples wurden abgeschnitten: sie waren ${decimal(peak, 2)}-mal so laut wie möglich`,
  'media.resampled': ({ fromHz, toHz, format }, { units }) =>
    `von ${units.count(fromHz / 1000)} kHz auf ${units.count(toHz / 1000)} kHz umgerechnet, weil ${format} es verlangt`,
  'media.downmixed': ({ layout, format }) =>
    `von ${layout} auf zwei Kanäle gemischt, weil ${format} es verlangt`,
  'media.remapped': ({ layout, becomes, format }) =>
    `seine Kanäle (${layout}) wurden zu ${becomes}, weil ${format} es verlangt`,
  'media.lossless-cut-off': ({ cutHz }) =>
    `nichts oberhalb von ${kilohertz(cutHz)}: aus einer verlustbehafteten Datei gemacht, obwohl sie verlustfrei aussieht`,
  'media.lossy-cut-off': ({ cutHz, bitRate }) =>
    `nichts oberhalb von ${kilohertz(cutHz)}: aus einer schlechteren Datei gemacht, obwohl sie nach ${Math.round(bitRate / 1000)} kbit/s aussieht`,
  'media.tag-unreadable': 'die Tags sind nicht lesbar: an den Frames ist sie als MP3 zu erkennen',
  'media.cut-from-album': ({ file, track }) => `aus ${file} geschnitten, dort Titel ${track}`,
  'media.tag-rewritten': 'die Tags sind beschädigt: was davon lesbar war, wurde neu geschrieben',
  'media.tag-numbers-as-text': ({ fields }) =>
    `keine Zahl, also als Text behalten, wo wenige Player nachsehen: ${fields.join(', ')}`,
  'media.tag-fields-left': ({ fields }) =>
    `in den neuen Tags ist kein Platz dafür: ${fields.join(', ')}`,
  'media.tag-encoding': ({ encoding }) =>
    `die Tags geben Latin-1 an und sind in ${encoding}: so wurden sie gelesen`,
  'media.frames-encrypted': ({ frames }) =>
    `diese Frames der Tags sind verschlüsselt und nicht lesbar: ${frames.join(', ')}`,
  'media.frames-damaged': ({ frames }) =>
    `diese Frames der Tags sind beschädigt und nicht lesbar: ${frames.join(', ')}`,
  'media.container-broken': ({ detail }) => `ihr Container ist fehlerhaft (${detail})`,
  'media.tags-left': ({ why }, { say }) => `mit den vorhandenen Tags behalten: ${say(why)}`,

  ...pictures,

  'media.file-unreadable': ({ detail }) => `die Datei ist nicht lesbar (${detail})`,
  'media.not-a-file': 'das ist keine Datei',
  'media.file-empty': 'die Datei ist leer',
  'media.file-changed': 'die Datei wurde geändert, während sie gelesen wurde',
  'media.run-again': 'Noch einmal starten.',

  'media.tag-too-large': ({ maxMegabytes }) => `der Tag ist größer als ${count(maxMegabytes)} MB`,
  'media.tags-too-large': ({ maxMegabytes }) =>
    `die Tags sind größer als ${count(maxMegabytes)} MB`,
  'media.tags-too-large-for-flac': ({ maxMegabytes }) =>
    `die Tags sind größer, als eine FLAC-Datei fassen kann (${count(maxMegabytes)} MB)`,
  'media.tags-too-large-for-m4a': 'die M4A-Datei ist zu groß, um mehr Tags aufzunehmen',
  'media.tags-damaged': 'die Tags sind beschädigt',
  'media.tag-truncated': 'der Tag ist abgeschnitten',
  'media.kind-unknown': 'der Inhalt ist von keiner bekannten Art',
  'media.comments-damaged': 'die Vorbis-Kommentare sind beschädigt',
  'media.flac-head-damaged': 'der Kopf der FLAC-Datei ist beschädigt',
  'media.ogg-head-damaged': 'der Kopf der Ogg-Datei ist beschädigt',
  'media.m4a-boxes-damaged': 'die Boxen der M4A-Datei sind beschädigt',
  'media.m4a-fragmented': 'es ist eine fragmentierte M4A-Datei',
  'media.ogg-several-streams': 'die Datei enthält mehr als einen Datenstrom',
  'media.ogg-other-codec': 'der Datenstrom in Ogg ist weder Vorbis noch Opus',
  'media.tags-read-back-unequal': 'Tags wurden anders zurückgelesen als geschrieben',

  'media.ffmpeg-not-started': ({ path, why }, { say }) =>
    `${path} startet nicht${because(why, say)}`,
  'media.not-ffmpeg': ({ path }) => `${path} ist kein FFmpeg`,
  'media.ffmpeg-without-mp3': ({ path }) => `${path} kann kein MP3 schreiben (libmp3lame)`,
  'media.name-working-ffmpeg':
    'Ein funktionierendes ffmpeg nennen oder es weglassen: dann wird der Build von npm benutzt.',
  'media.format-not-written': 'dieses FFmpeg kann das Format nicht schreiben',
  'media.name-other-ffmpeg':
    'Ein anderes nennen oder es weglassen: dann wird der Build von npm benutzt.',
  'media.not-processed': ({ complaint }) =>
    `FFmpeg konnte den Ton nicht verarbeiten (${complaint})`,
  'media.ffmpeg-failed': ({ exitCode }) => `der Ton ist beschädigt (FFmpeg endete mit ${exitCode})`,
  'media.ffmpeg-crashed': 'FFmpeg ist an dieser Datei abgestürzt',
  'media.ffmpeg-without-figures':
    'dieses FFmpeg sagt nicht, wie viel es dekodiert hat und wie laut es ist',
  'media.encoded-badly': ({ format }) => `der Encoder hat ein beschädigtes ${format} geschrieben`,
  'media.ffmpeg-endless-log': 'FFmpeg hört nicht auf, Fehler in dieser Datei zu melden',
  'media.ffmpeg-timeout': ({ timeLimitMs }, { units }) =>
    `FFmpeg wurde nicht innerhalb von ${units.count(timeLimitMs / 60_000)} Minuten fertig`,
}

const seconds = (ms: number) => `${decimal(ms / 1000, 2)} s`
const percent = (part: number) => `${Math.round(part * 100)} %`
const kilohertz = (hertz: number) => `${decimal(hertz / 1000, 1)} kHz`
const decimal = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')

const differs = (errorRate: number) =>
  `${percent(errorRate)} ihres Fingerabdrucks weichen von der früher gesicherten Kopie ab; um sie dennoch zu nehmen, mit --replace sichern`
