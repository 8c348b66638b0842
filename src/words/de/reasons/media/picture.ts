import type { PictureNotes } from '../../../../model/reasons/media/picture.ts'
import type { Sentences } from '../../../sentences.ts'

export const pictures: Sentences<PictureNotes> = {
  'media.picture-converted': ({ from }) => `das Cover war ${from} und ist jetzt ein JPEG`,
  'media.picture-mended': 'das Ende des Covers fehlte; es wurde neu als JPEG geschrieben',
  'media.picture-made-smaller': ({ from, to }, { units }) =>
    `das Cover wurde verkleinert: aus ${from.width} × ${from.height} Pixeln in ${units.bytes(from.bytes)} wurden ${to.width} × ${to.height} in ${units.bytes(to.bytes)}`,
  'media.picture-misdescribed':
    'ein Bild in den Tags war falsch beschrieben: es wurde neu geschrieben oder weggelassen',
  'media.picture-empty': 'das Bild in den Tags ist leer: die Datei hat kein eigenes Cover',
  'media.picture-too-large': ({ bytes }, { units }) =>
    `ein Bild von ${units.bytes(bytes)} ist zu groß, um gelesen zu werden: es wird kein Cover`,
  'media.picture-unknown': 'das Bild in den Tags ist keines, das bekannt ist: es wird kein Cover',
  'media.picture-undecodable': ({ kind }) =>
    `ein Bild (${kind}) ließ sich nicht ganz dekodieren: es wird kein Cover`,
  'media.folder-cover-of-several-albums': ({ name }) =>
    `${name} blieb weg: die Dateien in dem Ordner gehören zu mehreren Alben`,
}
