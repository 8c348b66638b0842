import type { CatalogueReasons } from '../../../model/reasons/catalogue.ts'
import type { Sentences } from '../../sentences.ts'

export const catalogue: Sentences<CatalogueReasons> = {}
