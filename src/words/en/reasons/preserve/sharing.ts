import type { SharingReasons } from '../../../../model/reasons/preserve/sharing.ts'
import type { Sentences } from '../../../sentences.ts'

export const sharing: Sentences<SharingReasons> = {
  'rights.share-allowed': ({ licence }, { say }) =>
    `${say(licence)} allows everybody to pass exact copies on.`,
  'rights.share-by-date':
    'It is in the public domain in the United States by its age, which another than its uploader knows too.',
  'rights.share-non-commercial': 'NonCommercial: it may be passed on where no money is made of it.',
  'rights.share-format-only':
    'NoDerivatives: only the format was changed, which the licence counts as no adaptation.',
  'rights.share-own': 'It comes from your own files: these are never shared.',
  'rights.share-host-forbids': ({ host }) => `${host} allows no copies.`,
  'rights.share-host-unread': ({ host }) =>
    `What ${host} says about passing copies on has not been read.`,
  'rights.share-not-copied': 'It was not kept as a copy that its licence and its host allow.',
  'rights.share-judged-otherwise': 'By what is recorded of it, it would be judged otherwise today.',
  'rights.share-settled': 'It was kept on somebody’s word: that holds for your own keeping alone.',
  'rights.share-in-doubt': 'What is known by now speaks against its uploader.',
  'rights.share-unchecked':
    'Anybody may upload there, and within the last year nobody was asked whose it is. A backup asks.',
  'rights.share-date-unproven': 'Nobody but its uploader knows that it is old enough.',
  'rights.share-needs-text': ({ licence }, { say }) =>
    `${say(licence)}: its words and notices have to go with every copy, and they are not here.`,
  'rights.share-needs-source': ({ licence }, { say }) =>
    `${say(licence)}: whoever passes it on has to offer what it was made from.`,
  'rights.share-no-address': ({ licence }, { say }) =>
    `${say(licence)}: where its text stands is not known, and a copy has to say so.`,
  'rights.share-no-evidence':
    'Its page, its file or the answer that gave its licence is not recorded as its host has them.',
}
