"""Makes torrents with libtorrent: reads {folder, pieceLength, version, webSeeds} a line, writes each as base64."""
import base64
import json
import os
import sys

import libtorrent as lt


def make(folder, piece_length, version, web_seeds, files):
    storage = lt.file_storage()
    if files is None:
        lt.add_files(storage, folder)
    else:
        name = os.path.basename(folder)
        for path in files:
            storage.add_file(name + "/" + path, os.path.getsize(os.path.join(folder, path)))
    flags = lt.create_torrent.v1_only if version == 1 else 0
    torrent = lt.create_torrent(storage, piece_length, flags)
    for seed in web_seeds:
        torrent.add_url_seed(seed)
    torrent.set_creator("Songkeep")
    lt.set_piece_hashes(torrent, os.path.dirname(folder))
    made = torrent.generate()
    made.pop(b"creation date", None)
    return lt.bencode(made)


for line in sys.stdin:
    asked = json.loads(line)
    made = make(
        asked["folder"],
        asked.get("pieceLength", 0),
        asked.get("version", 2),
        asked.get("webSeeds", []),
        asked.get("files"),
    )
    print(base64.b64encode(made).decode(), flush=True)
