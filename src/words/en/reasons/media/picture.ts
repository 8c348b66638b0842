import type { PictureNotes } from '../../../../model/reasons/media/picture.ts'
import type { Sentences } from '../../../sentences.ts'

export const pictures: Sentences<PictureNotes> = {
  'media.picture-converted': ({ from }) => `its cover was ${from}, and is a JPEG now`,
  'media.picture-mended': 'its cover was not whole at its end, and was written anew as a JPEG',
  'media.picture-made-smaller': ({ from, to }, { units }) =>
    `its cover was made smaller: ${from.width} × ${from.height} pixels in ${units.bytes(from.bytes)} became ${to.width} × ${to.height} in ${units.bytes(to.bytes)}`,
  'media.picture-misdescribed':
    'a picture in its tags was said to be what it is not: it was written anew, or left out',
  'media.picture-empty': 'the picture in its tags is empty: it has no cover of its own',
  'media.picture-too-large': ({ bytes }, { units }) =>
    `a picture of ${units.bytes(bytes)} is too large to be looked at: it is no cover`,
  'media.picture-unknown': 'the picture in its tags is none that is known: it is no cover',
  'media.picture-undecodable': ({ kind }) =>
    `a picture (${kind}) could not be decoded as a whole: it is no cover`,
  'media.folder-cover-of-several-albums': ({ name }) =>
    `${name} was left out: the files in its folder belong to several albums`,
}
