import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** Whether a kept file may be given to others, and why not. */
export type SharingReasons = {
  'rights.share-allowed': { readonly licence: AnyReason }
  'rights.share-by-date': None
  'rights.share-non-commercial': None
  /** NoDerivatives: it was encoded anew, which changes the format alone. */
  'rights.share-format-only': None
  'rights.share-own': None
  'rights.share-host-forbids': { readonly host: string }
  'rights.share-host-unread': { readonly host: string }
  'rights.share-not-copied': None
  /** By what is recorded, this version would decide or write otherwise. */
  'rights.share-judged-otherwise': None
  /** A person has settled a doubt, or something speaks for it that is not known. */
  'rights.share-settled': None
  'rights.share-in-doubt': None
  'rights.share-unchecked': None
  'rights.share-date-unproven': None
  'rights.share-needs-text': { readonly licence: AnyReason }
  'rights.share-needs-source': { readonly licence: AnyReason }
  'rights.share-no-address': { readonly licence: AnyReason }
  'rights.share-no-evidence': None
}
