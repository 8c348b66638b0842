"""Reads the tags of all files named, by mutagen, as JSON: path to place to texts. For tests only."""
import base64
import hashlib
import json
import sys

import mutagen
from mutagen.flac import Picture
from mutagen.mp4 import MP4Cover


def picture(mime, kind, data):
    return ["%s %s %s" % (mime, kind, hashlib.sha256(data).hexdigest())]


def of_id3(tags):
    found = {}
    for frame in tags.values():
        name = frame.FrameID
        if name == "TXXX":
            found["TXXX:" + frame.desc] = list(frame.text)
        elif name == "UFID":
            found["UFID:" + frame.owner] = [frame.data.decode("ascii")]
        elif name in ("TMCL", "TIPL", "IPLS"):
            found[name] = [text for pair in frame.people for text in pair]
        elif name in ("USLT", "COMM"):
            found[name] = [frame.text] if name == "USLT" else list(frame.text)
        elif name == "SYLT":
            found[name] = ["%d %s" % (ms, text) for text, ms in frame.text]
        elif name == "APIC":
            found[name] = picture(frame.mime, int(frame.type), frame.data)
        elif name.startswith("W"):
            found[name] = [frame.url]
        elif name.startswith("T"):
            found[name] = [str(text) for text in frame.text]
    return found


def of_vorbis(file):
    found = {}
    for name, text in file.tags:
        if name.lower() == "metadata_block_picture":
            one = Picture(base64.b64decode(text))
            found["METADATA_BLOCK_PICTURE"] = picture(one.mime, one.type, one.data)
        else:
            found.setdefault(name.upper(), []).append(text)
    for one in getattr(file, "pictures", []):
        found["METADATA_BLOCK_PICTURE"] = picture(one.mime, one.type, one.data)
    return found


def of_mp4(tags):
    found = {}
    for name, values in tags.items():
        if name == "covr":
            kinds = {MP4Cover.FORMAT_JPEG: "image/jpeg", MP4Cover.FORMAT_PNG: "image/png"}
            found[name] = picture(kinds[values[0].imageformat], 3, bytes(values[0]))
        elif name in ("trkn", "disk"):
            found[name] = ["%d/%d" % pair for pair in values]
        elif isinstance(values, bool):
            found[name] = ["1" if values else "0"]
        else:
            found[name] = [bytes(v).decode("utf-8") if isinstance(v, bytes) else str(v) for v in values]
    return found


def read(path):
    file = mutagen.File(path)
    if file is None:
        raise ValueError("unknown to mutagen")
    kind = type(file).__name__
    tags = of_id3(file.tags) if kind == "MP3" else of_mp4(file.tags) if kind == "MP4" else of_vorbis(file)
    return {"kind": kind, "seconds": file.info.length, "tags": tags}


def main():
    answers = {}
    for path in json.load(sys.stdin):
        try:
            answers[path] = read(path)
        except Exception as error:  # A file that cannot be read is an answer too.
            answers[path] = {"error": repr(error)}
    json.dump(answers, sys.stdout)


main()
