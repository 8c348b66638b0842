import type { Cover } from '../../model/media.ts'
import { INTEGER_ATOMS } from '../map/fit.ts'
import type { TagChanges } from '../write/update.ts'
import { type Box, readWholeBoxes, writeBox } from './mp4-boxes.ts'

/** Values by their types: https://developer.apple.com/documentation/quicktime-file-format/well-known_types */
const types = { implicit: 0, utf8: 1, jpeg: 13, png: 14, integer: 21 }

/** The items that stay, whole as they are, and behind them the new ones. */
export function updateItems(ilst: Uint8Array, items: readonly Box[], changes: TagChanges): Buffer {
  const kept = items
    .filter((item) => !changes.replaces(placeOfItem(ilst, item)))
    .map(({ start, end }) => ilst.subarray(start, end))
  const fresh = [...changes.fields].map(([place, texts]) => renderItem(place, texts))
  return Buffer.concat([...kept, ...fresh, ...(changes.cover ? [renderCover(changes.cover)] : [])])
}

/** The atom's name; of a freeform one `----:` with its `mean` and `name`. */
export function placeOfItem(bytes: Uint8Array, { name, content, end }: Box): string | undefined {
  if (name === 'covr') return 'cover'
  if (name !== '----') return name
  const parts = readWholeBoxes(bytes, content, end).boxes
  const textIn = (part: string) => {
    const box = parts.find((box) => box.name === part)
    // Version and flags come first.
    return box && Buffer.from(bytes.subarray(box.content + 4, box.end)).toString('utf8')
  }
  return `----:${textIn('mean')}:${textIn('name')}`
}

function renderItem(place: string, texts: readonly string[]): Buffer {
  const [text = ''] = texts
  if (place === 'trkn' || place === 'disk') return writeBox(place, renderPair(text, place))
  if (place === 'cpil') return writeBox(place, renderData(types.integer, Uint8Array.of(1)))
  const width = INTEGER_ATOMS.get(place)
  if (width)
    return writeBox(place, renderData(types.integer, uint16(Number(text)).subarray(-width)))
  const values = texts.map((value) => renderData(types.utf8, Buffer.from(value)))
  const [, mean, name] = /^----:([^:]*):(.*)$/s.exec(place) ?? []
  if (mean === undefined || name === undefined) return writeBox(place, ...values)
  return writeBox(
    '----',
    ...[
      ['mean', mean],
      ['name', name],
    ].map(([part = '', text = '']) => writeBox(part, Buffer.alloc(4), Buffer.from(text))),
    ...values,
  )
}

/** `3/12`: a number and a total of 16 bits; the track's has two bytes more behind it. */
function renderPair(text: string, place: string): Buffer {
  const [number = 0, total = 0] = text.split('/').map(Number)
  const padding = Buffer.alloc(place === 'trkn' ? 2 : 0)
  return renderData(types.implicit, Buffer.alloc(2), uint16(number), uint16(total), padding)
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(Math.min(value, 0xffff))
  return bytes
}

function renderData(type: number, ...value: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(type)
  return writeBox('data', head, ...value)
}

const renderCover = ({ mime, bytes }: Cover) =>
  writeBox('covr', renderData(mime === 'image/png' ? types.png : types.jpeg, bytes))
