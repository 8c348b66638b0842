#!/usr/bin/env python3
"""Checks and restores files of this archive by their parity. Needs Python 3.7 and nothing else.

    python3 parity/restore.py --check          checks all files and all parity
    python3 parity/restore.py PATH             writes what PATH was to PATH.restored
    python3 parity/restore.py --write PATH     puts it in its place; what is there is kept as PATH.damaged

PATH is relative to the archive, the folder above this script's. Ends with 0 where all is whole or was
restored, with 1 where something is not, with 2 where it was asked something else.

How parity is stored (each *.parity in this folder):

    one line       "songkeep-parity 1", the length of the head, its SHA-256
    the head       one line of JSON, then the first 16 bytes of the SHA-256 of each block
    parity shards  one after the other
    the head and the line once more

The files that the JSON names lie end to end, each in blocks of its own, the last one filled up with zeros. All
blocks in their order are cut into equal data shards of so many rows. Of each row, one block of every data shard
(those behind the last file are zeros), the parity blocks are sums: data block times a number of the
matrix, added by XOR. The numbers are bytes, multiplied in the field of 256 elements of the polynomial 0x11d.
"""
import hashlib
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LINE = re.compile(rb"songkeep-parity 1 (\d{10}) ([0-9a-f]{64})\n")
LINE_BYTES = 94
DIGEST_BYTES = 16


# The field of 256 elements: multiplication by logarithms.
EXP, LOG = [0] * 510, [0] * 256
value = 1
for power in range(255):
    EXP[power] = EXP[power + 255] = value
    LOG[value] = power
    value = value << 1 if value < 128 else (value << 1) ^ 0x11D


def times(a, b):
    return EXP[LOG[a] + LOG[b]] if a and b else 0


def inverse(a):
    return EXP[255 - LOG[a]]


TABLES = [bytes(times(factor, value) for value in range(256)) for factor in range(256)]


def add_up(terms, size):
    """The sum of blocks, each times its factor. An integer is XORed as a whole, which is fast."""
    total = 0
    for factor, block in terms:
        if factor:
            total ^= int.from_bytes(block.translate(TABLES[factor]), "little")
    return total.to_bytes(size, "little")


def solve(rows, count):
    """The inverse of a small square matrix, by elimination."""
    rows = [list(row) + [int(i == j) for j in range(count)] for i, row in enumerate(rows)]
    for i in range(count):
        pivot = next(j for j in range(i, count) if rows[j][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        scale = inverse(rows[i][i])
        rows[i] = [times(scale, x) for x in rows[i]]
        for j in range(count):
            if j != i and rows[j][i]:
                factor = rows[j][i]
                rows[j] = [x ^ times(factor, y) for x, y in zip(rows[j], rows[i])]
    return [row[count:] for row in rows]


def is_inside(path):
    """Whether a path of a head, which may come from anywhere, stays inside the archive, with no link on its way."""
    names = path.split("/")
    if any(name in ("", ".", "..") for name in names) or re.search(r"[\x00-\x1f\\]|^[A-Za-z]:", path):
        return False
    place = ROOT
    for name in names:
        place = os.path.join(place, name)
        if os.path.islink(place):
            return False
    return True


def read_at(path, start, length):
    """As much as can be read, filled up with zeros."""
    try:
        with open(path, "rb") as file:
            file.seek(start)
            data = file.read(length)
    except OSError:
        data = b""
    return data + bytes(length - len(data))


def sha256_of(path):
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            for piece in iter(lambda: file.read(1 << 20), b""):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()


class Group:
    """One parity file, and the files whose parity it holds."""

    def __init__(self, name):
        self.path = os.path.join(HERE, name)
        size = os.path.getsize(self.path)
        front, back = self.read_head(0, size), self.read_head(size - LINE_BYTES, size)
        found = front or back
        if not found:
            raise ValueError("both its heads are damaged")
        text, self.digests = found.split(b"\n", 1)
        if hashlib.sha256(text).hexdigest()[:16] + ".parity" != name:
            raise ValueError("it is named after other files")
        head = json.loads(text.decode())
        self.data, self.parity = head["shards"]["data"], head["shards"]["parity"]
        self.block, self.rows, self.matrix = head["blockBytes"], head["rows"], head["matrix"]
        self.files, self.blocks = head["files"], 0
        for file in self.files:
            if not is_inside(file["path"]):
                file["path"] = None
            file["offset"] = file.get("offset", 0)
            file["length"] = file.get("length", file["bytes"])
            file["first"] = self.blocks
            self.blocks += -(-file["length"] // self.block)
        if self.rows != -(-self.blocks // self.data):
            raise ValueError("its numbers do not agree")
        parity_bytes = self.parity * self.rows * self.block
        whole = 2 * (LINE_BYTES + len(found)) + parity_bytes
        self.at = LINE_BYTES + len(found) if front else size - LINE_BYTES - len(found) - parity_bytes
        self.is_whole = bool(front and back) and size == whole

    def read_head(self, at, size):
        match = LINE.match(read_at(self.path, at, LINE_BYTES)) if at >= 0 else None
        length = int(match.group(1)) if match else size
        start = LINE_BYTES if at == 0 else at - length
        if start < 0 or start + length > size:
            return None
        head = read_at(self.path, start, length)
        return head if hashlib.sha256(head).hexdigest() == match.group(2).decode() else None

    def is_right(self, number, block):
        digest = self.digests[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]
        return hashlib.sha256(block).digest()[:DIGEST_BYTES] == digest

    def place_of(self, number):
        """The file of a block, and which bytes of it the block holds."""
        low, high = 0, len(self.files)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.files[middle]["first"] <= number else (low, middle)
        file = self.files[low]
        within = (number - file["first"]) * self.block
        return file, file["offset"] + within, min(self.block, file["length"] - within)

    def data_block(self, number):
        """A data block filled up with zeros, or None where it is not what it was."""
        if number >= self.blocks:
            return bytes(self.block)
        file, start, length = self.place_of(number)
        if file["path"] is None:
            return None
        block = read_at(os.path.join(ROOT, file["path"]), start, length)
        return block + bytes(self.block - length) if self.is_right(number, block) else None

    def parity_block(self, shard, row):
        at = self.at + (shard * self.rows + row) * self.block
        block = read_at(self.path, at, self.block) if at >= 0 else b""
        return block if self.is_right(self.blocks + shard * self.rows + row, block) else None

    def restore_row(self, row):
        """The data blocks of a row by their numbers, None for those that cannot be computed."""
        numbers = [shard * self.rows + row for shard in range(self.data)]
        blocks = [self.data_block(number) for number in numbers]
        lost = [shard for shard in range(self.data) if blocks[shard] is None]
        sums = [(p, self.parity_block(p, row)) for p in range(self.parity)] if lost else []
        sums = [(p, block) for p, block in sums if block is not None][: len(lost)]
        if lost and len(sums) == len(lost):
            # What is left of each sum is made of the lost blocks alone.
            there = [shard for shard in range(self.data) if blocks[shard] is not None]
            left = [
                add_up([(1, block)] + [(self.matrix[p][s], blocks[s]) for s in there], self.block)
                for p, block in sums
            ]
            back = solve([[self.matrix[p][shard] for shard in lost] for p, _ in sums], len(lost))
            for shard, factors in zip(lost, back):
                blocks[shard] = add_up(list(zip(factors, left)), self.block)
        return dict(zip(numbers, blocks))

    def restore(self, file, out):
        """Writes what can be computed of a file; returns the byte ranges that cannot."""
        numbers = range(file["first"], file["first"] + -(-file["length"] // self.block))
        bad = {}
        for number in numbers:
            if self.data_block(number) is None:
                bad.setdefault(number % self.rows, []).append(number)
        lost = []
        for row, numbers in sorted(bad.items()):
            blocks = self.restore_row(row)
            for number in numbers:
                _, start, length = self.place_of(number)
                block = blocks[number]
                if block is None or not self.is_right(number, block[:length]):
                    lost.append((start, start + length))
                else:
                    out.seek(start)
                    out.write(block[:length])
        return lost

    def check(self):
        blocks = ((shard, row) for shard in range(self.parity) for row in range(self.rows))
        return self.is_whole and all(self.parity_block(shard, row) is not None for shard, row in blocks)


def groups():
    """All parity files that can be read; the others are told."""
    found, damaged = [], []
    for name in sorted(os.listdir(HERE)):
        if name.endswith(".parity"):
            try:
                found.append(Group(name))
            except (OSError, ValueError, KeyError, TypeError) as error:
                damaged.append("%s: %s" % (name, error))
    return found, damaged


def merge(ranges):
    merged = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return merged


def check():
    found, damaged = groups()
    for line in damaged:
        print("DAMAGED  parity/" + line)
    bad, files = len(damaged), {}
    for group in found:
        if not group.check():
            print("DAMAGED  parity/" + os.path.basename(group.path))
            bad += 1
        for file in group.files:
            files.setdefault(file["path"], set()).add(file["sha256"])
    for path, digests in sorted(item for item in files.items() if item[0]):
        place = os.path.join(ROOT, path)
        if sha256_of(place) not in digests:
            print("%s  %s" % ("DAMAGED" if os.path.exists(place) else "MISSING", path))
            bad += 1
    seen = len(files), len(found) + len(damaged), bad
    print("%d files and %d parity files looked at, %d not whole" % seen)
    return 1 if bad else 0


def digest_of(path, holders):
    """What the file should be: parity of a file's former content may be there too."""
    try:
        with open(os.path.join(ROOT, "manifest-sha256.txt"), encoding="utf-8") as lines:
            for line in lines:
                if line[64:].strip("\r\n") in ("  " + path, " *" + path):
                    return line[:64]
    except (OSError, ValueError):
        pass
    latest = max(holders, key=lambda holder: os.path.getmtime(holder[0].path), default=None)
    return latest and latest[1]["sha256"]


def restore(path, write):
    found, damaged = groups()
    for line in damaged:
        print("DAMAGED  parity/" + line)
    holders = [(group, file) for group in found for file in group.files if file["path"] == path]
    sha256 = digest_of(path, holders)
    place = os.path.join(ROOT, path)
    # It can be whole though its parity is gone: the manifest tells.
    if sha256 is not None and sha256_of(place) == sha256:
        print("%s is whole." % path)
        return 0
    holders = [(group, file) for group, file in holders if file["sha256"] == sha256]
    if not holders:
        print("No parity of %s can be read." % path)
        return 1
    size = holders[0][1]["bytes"]
    target = place + ".restored"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "xb") as out:
        for start in range(0, size, 1 << 20):
            out.write(read_at(place, start, min(1 << 20, size - start)))
        lost = []
        for group, file in holders:
            lost += group.restore(file, out)
        out.flush()
        os.fsync(out.fileno())
    if sha256_of(target) != sha256:
        os.remove(target)
        print("%s cannot be restored; lost are these bytes:" % path)
        for start, end in merge(lost):
            print("  %d to %d" % (start, end - 1))
        return 1
    if write:
        if os.path.lexists(place):
            os.rename(place, place + ".damaged")
        os.rename(target, place)
        print("%s is restored." % path)
    else:
        print("%s.restored is the whole file." % path)
    return 0


def main(words):
    if words == ["--check"]:
        return check()
    paths = [word for word in words if word != "--write"]
    if len(paths) != 1 or paths[0].startswith("--"):
        print(__doc__)
        return 2
    path = os.path.relpath(paths[0], ROOT) if os.path.isabs(paths[0]) else paths[0]
    path = path.replace(os.sep, "/")
    if not is_inside(path):
        print("%s is no path of this archive." % path)
        return 2
    return restore(path, "--write" in words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
