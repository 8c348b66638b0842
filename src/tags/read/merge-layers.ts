import { definedOnly } from '../../base/defined.ts'
import type { Tags } from '../../model/media.ts'
import { noTags } from '../map/fields.ts'
import { readPicture } from '../picture.ts'
import type { TagLayer, TagPicture } from './container.ts'

/** The first layer is believed most, so it is laid over all others; each named value is taken on its own. */
export function mergeLayers(layers: readonly TagLayer[]): Tags {
  const tags = layers.map((layer) => layer.tags).reverse()
  const extra: Tags['extra'] = Object.assign({}, ...tags.map((layer) => layer.extra))
  const merged: Partial<Tags> = Object.assign({}, ...tags.map(definedOnly))
  const cover = findCover(picturesOf(layers))
  return { ...noTags, ...merged, cover, extra }
}

/** All pictures, the front covers before the others. */
export const picturesOf = (layers: readonly TagLayer[]): readonly TagPicture[] =>
  layers
    .flatMap(({ pictures = [] }) => pictures)
    .toSorted((a, b) => Number(b.isFront) - Number(a.isFront))

/** The front cover among pictures, or the first that is whole. */
function findCover(pictures: readonly TagPicture[]): Tags['cover'] {
  const usable = pictures.flatMap(({ isFront, data }) => {
    const read = readPicture(data)
    return read ? [{ isFront, cover: { mime: read.mime, bytes: data } }] : []
  })
  return (usable.find(({ isFront }) => isFront) ?? usable[0])?.cover
}
