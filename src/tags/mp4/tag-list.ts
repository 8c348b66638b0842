import {
  type Box,
  damagedBoxes,
  readBoxes,
  readBoxHeader,
  readWholeBoxes,
  writeBox,
} from './mp4-boxes.ts'

/**
 * Where the list of tags stands: moov, udta, meta, ilst, as iTunes has it, or moov, meta, ilst. Only a meta box whose
 * handler is `mdir`, or that has none, holds such a list: in others the items' names are numbers of keys.
 */
export interface TagList {
  readonly items: readonly Box[]
  readonly meta?: MetaBox
}

interface MetaBox {
  readonly box: Box
  /** Its children, as far as they are whole. */
  readonly children: readonly Box[]
}

/** What is damaged ends its box, but for the outermost. */
export function findList(moov: Uint8Array): TagList {
  const children = readBoxes(moov, rootOf(moov).content, moov.length)
  const listsIn = (boxes: readonly Box[]): TagList[] =>
    boxes
      .filter(({ name }) => name === 'meta')
      .map((box) => readMeta(moov, box))
      .filter((meta) => isForTags(moov, meta))
      .map((meta) => ({ meta, items: itemsOf(moov, meta) }))
  const udtas = children.filter(({ name }) => name === 'udta')
  const found = [...udtas.flatMap((udta) => listsIn(childrenOf(moov, udta))), ...listsIn(children)]
  return found.find(({ items }) => items.length > 0) ?? found[0] ?? { items: [] }
}

/** The head with this list of items in the place where all readers look for it; all other boxes as they are. */
export function replaceList(moov: Uint8Array, items: Uint8Array): Buffer {
  const { meta } = findList(moov)
  const fresh = renderMeta(moov, meta, writeBox('ilst', items))
  const isOld = ({ start }: Box) => start === meta?.box.start
  const children = readBoxes(moov, rootOf(moov).content, moov.length).filter((box) => !isOld(box))
  // Some readers know the first one alone.
  const home = children.find(({ name }) => name === 'udta')
  const parts = children.map((box) =>
    box.name === 'udta'
      ? replaceIn(moov, box, isOld, box === home ? fresh : undefined)
      : bytesOf(moov, box),
  )
  return writeBox('moov', ...parts, ...(home ? [] : [writeBox('udta', fresh)]))
}

/** The box udta, with the box meta first in it; bytes that belong to no box stay as free space. */
function replaceIn(
  moov: Uint8Array,
  udta: Box,
  isOld: (box: Box) => boolean,
  fresh: Uint8Array | undefined,
): Buffer {
  const { boxes, end } = readWholeBoxes(moov, udta.content, udta.end)
  const rest = moov.subarray(end, udta.end)
  return writeBox(
    'udta',
    ...(fresh ? [fresh] : []),
    ...boxes.filter((box) => !isOld(box)).map((box) => bytesOf(moov, box)),
    ...(rest.some((byte) => byte !== 0) ? [writeBox('free', rest)] : []),
  )
}

/** The handler first, since readers take nothing before it; its other children stay. */
function renderMeta(moov: Uint8Array, meta: MetaBox | undefined, ilst: Buffer): Buffer {
  const children = meta?.children ?? []
  const own = children.find(({ name }) => name === 'hdlr')
  const others = children.filter((box) => box !== own && box.name !== 'ilst')
  return writeBox(
    'meta',
    Buffer.alloc(4),
    own ? bytesOf(moov, own) : handler,
    ilst,
    ...others.map((box) => bytesOf(moov, box)),
  )
}

/** Says that the list is as iTunes writes it. */
const handler = writeBox('hdlr', Buffer.alloc(8), Buffer.from('mdirappl'), Buffer.alloc(9))

/** Version and flags stand before the children, but not as QuickTime writes it. */
function readMeta(moov: Uint8Array, box: Box): MetaBox {
  const [full, plain] = [4, 0].map((skip) =>
    readWholeBoxes(moov, Math.min(box.content + skip, box.end), box.end),
  )
  const isPlain =
    plain?.boxes[0]?.name === 'hdlr' || (plain?.end === box.end && full?.end !== box.end)
  return { box, children: (isPlain ? plain : full)?.boxes ?? [] }
}

function isForTags(moov: Uint8Array, { children }: MetaBox): boolean {
  const own = children.find(({ name }) => name === 'hdlr')
  if (!own) return true
  // Version, flags and four bytes of zero come first.
  return Buffer.from(moov.subarray(own.content + 8, own.content + 12)).toString('latin1') === 'mdir'
}

function itemsOf(moov: Uint8Array, { children }: MetaBox): readonly Box[] {
  return children.filter(({ name }) => name === 'ilst').flatMap((ilst) => childrenOf(moov, ilst))
}

const childrenOf = (moov: Uint8Array, { content, end }: Box) =>
  readWholeBoxes(moov, content, end).boxes

const bytesOf = (moov: Uint8Array, { start, end }: Box) => moov.subarray(start, end)

function rootOf(moov: Uint8Array): Box {
  const root = readBoxHeader(moov.subarray(0, 16), 0, moov.length)
  if (!root) throw damagedBoxes()
  return root
}
