"""Tags the files named on standard input, by mutagen: path to fields, by the project's names. For tests only."""
import json
import sys

import mutagen
from mutagen import id3
from mutagen.apev2 import APEv2, APEv2File
from mutagen.asf import ASF
from mutagen.mp4 import MP4

FRAMES = {
    "title": id3.TIT2,
    "artists": id3.TPE1,
    "album": id3.TALB,
    "albumArtists": id3.TPE2,
    "date": id3.TDRC,
    "track": id3.TRCK,
    "disc": id3.TPOS,
    "genres": id3.TCON,
    "composers": id3.TCOM,
    "isrc": id3.TSRC,
}

VORBIS = {
    "title": "TITLE",
    "artists": "ARTIST",
    "album": "ALBUM",
    "albumArtists": "ALBUMARTIST",
    "date": "DATE",
    "genres": "GENRE",
    "composers": "COMPOSER",
    "isrc": "ISRC",
    "releaseMbid": "MUSICBRAINZ_ALBUMID",
}

APE = dict(VORBIS, track="Track", disc="Disc", date="Year", albumArtists="Album Artist")

ASF_NAMES = {
    "title": "Title",
    "artists": "Author",
    "album": "WM/AlbumTitle",
    "albumArtists": "WM/AlbumArtist",
    "date": "WM/Year",
    "track": "WM/TrackNumber",
    "disc": "WM/PartOfSet",
    "genres": "WM/Genre",
    "composers": "WM/Composer",
    "isrc": "WM/ISRC",
    "releaseMbid": "MusicBrainz/Album Id",
}

ATOMS = {
    "title": "\xa9nam",
    "artists": "\xa9ART",
    "album": "\xa9alb",
    "albumArtists": "aART",
    "date": "\xa9day",
    "genres": "\xa9gen",
    "composers": "\xa9wrt",
}


def values_of(value):
    return value if isinstance(value, list) else [value]


def write_id3(tags, fields):
    for key, value in fields.items():
        if key == "releaseMbid":
            tags.add(id3.TXXX(encoding=3, desc="MusicBrainz Album Id", text=values_of(value)))
        else:
            tags.add(FRAMES[key](encoding=3, text=values_of(value)))


def write_vorbis(tags, fields):
    for key, value in fields.items():
        if key in ("track", "disc"):
            number, total = value.split("/")
            tags[key.upper() + "NUMBER"] = [number]
            tags[key.upper() + "TOTAL"] = [total]
        else:
            tags[VORBIS[key]] = values_of(value)


def write_atoms(tags, fields):
    for key, value in fields.items():
        if key in ("track", "disc"):
            tags["trkn" if key == "track" else "disk"] = [tuple(map(int, value.split("/")))]
        elif key in ATOMS:
            tags[ATOMS[key]] = values_of(value)
        else:
            name = "ISRC" if key == "isrc" else "MusicBrainz Album Id"
            tags["----:com.apple.iTunes:" + name] = [v.encode("utf-8") for v in values_of(value)]


def write(path, fields):
    kind = fields.pop("kind", None)
    if kind == "APEv2":
        tags = APEv2()
        for key, value in fields.items():
            tags[APE[key]] = values_of(value)
        return tags.save(path)
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    if isinstance(file.tags, id3.ID3):
        write_id3(file.tags, fields)
        if kind == "ID3v2.3":
            file.tags.update_to_v23()
            return file.save(v2_version=3, v23_sep=None)
    elif isinstance(file, MP4):
        write_atoms(file.tags, fields)
    elif isinstance(file, ASF):
        for key, value in fields.items():
            file.tags[ASF_NAMES[key]] = values_of(value)
    elif isinstance(file, APEv2File):
        for key, value in fields.items():
            file.tags[APE[key]] = values_of(value)
    else:
        write_vorbis(file.tags, fields)
    file.save()


for path, fields in json.load(sys.stdin).items():
    write(path, fields)
