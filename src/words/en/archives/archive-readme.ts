/**
 * What lies in every archive for somebody who never heard of Songkeep. Indented lines are commands: a test runs them
 * as they stand, with WORD and PATH replaced.
 */
export const archiveReadme = `THIS FOLDER IS A MUSIC ARCHIVE                         (auf Deutsch: siehe unten)

It was made by Songkeep, a program that keeps a listener's playlists. You do not
need Songkeep for anything below: the music lies in ordinary files that any
player opens, and what is known about it lies beside it as plain text. The
commands are typed into a terminal, in this folder. They need programs that
every Debian or Ubuntu has, or installs by name: coreutils, grep, jq, python3.

IS EVERYTHING WHOLE?

    sha256sum --check --quiet manifest-sha256.txt

It prints nothing where every file is as it was kept, and otherwise the name of
each file that is damaged or missing. The same by a stronger digest:

    sha512sum --check --quiet manifest-sha512.txt

A file that an early version of Songkeep has kept may lack a line there (or the
whole list may be missing); manifest-sha256.txt names every file.

WHERE IS A SONG?

Put a word of its title or artist where WORD stands:

    grep -i 'WORD' inventory.jsonl | jq -r .path
    jq -r 'select([.track.title, .track.artists[]] | join(" ") | test("WORD"; "i")) | .path' inventory.jsonl

All songs, with title and artists:

    jq -r '[.path, .track.title, (.track.artists | join(", "))] | @tsv' inventory.jsonl

WHERE IS IT FROM, AND WHAT MAY BE DONE WITH IT?

    jq -r '[.path, .verdict.licence.name, .verdict.licence.url // "-", .chosen.url // .chosen.id] | @tsv' inventory.jsonl

Each line of inventory.jsonl is one file. In it, "track" is the song as the
playlist named it; "chosen" is the recording that was taken, where from, who had
put it there, the digest of the original file, and the evidence that it is the
right one; "verdict" is the licence as it was given and as it was understood,
the terms of the host with the day on which they were read, and the reasons.
"Your own copy" as a licence means: a copy of the owner's own file. It is not to
be passed on. A line with "doubt" says what speaks against the one who had put
the recording on the network.

A FILE IS DAMAGED

If there is a folder called parity, damage can be computed away as long as it is
not larger than what was set aside there. The first command says what is
damaged; the second puts one file back, whose name stands where PATH stands (what
lay there stays beside it, with .damaged at its end):

    python3 parity/restore.py --check
    python3 parity/restore.py --write 'PATH'

Otherwise take the file from another copy of this archive: copies.jsonl, if it is
there, says where copies were made and when each was last seen whole. "chosen"
above says where the recording came from.

WHAT LIES HERE

inventory.jsonl      one line a file: what it is, where from, why (JSON)
lists.jsonl          one line for what became known of a playlist
decisions.jsonl      what the owner has decided about a song
manifest-sha256.txt  the digest of every file
manifest-sha512.txt  the same, by a longer digest
fixity.jsonl         every check that was made: when, of what, what was found
copies.jsonl         where other copies are
parity/              what damaged files can be computed from, and the program for it
.songkeep/           the program's working state: all of it can be made again
every other folder   music; in a playlist's folder also
  playlist.m3u8      the playlist, for any player
  report.html        what happened to each of its songs, for reading
  report.json        the same, for programs
  history.jsonl      what came into the playlist and left it, and when

Not every archive has all of them.

WITH SONGKEEP

"songkeep verify FOLDER" checks this archive, "songkeep reindex FOLDER" makes the
lists above again from what lies here, also where files were moved or renamed.
Songkeep writes this text once. Your own notes belong into another file.`
