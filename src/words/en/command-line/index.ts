import { accounts } from './accounts.ts'
import { archives } from './archives.ts'
import { backups } from './backups.ts'
import { catalogues } from './catalogues.ts'
import { decisions } from './decisions.ts'
import { errors } from './errors.ts'
import { health } from './health.ts'
import { help } from './help.ts'
import { lists } from './lists.ts'
import { mirror } from './mirror.ts'
import { packages } from './packages.ts'
import { publishedCatalogues } from './published-catalogues.ts'
import { records } from './records.ts'
import { reindex } from './reindex.ts'
import { services } from './services.ts'
import { sync } from './sync.ts'
import { tail } from './tail.ts'

/** What the help says, and what is said of a command line that cannot be read. */
export const commandLine = {
  help,
  errors,
  ...backups,
  ...accounts,
  ...archives,
  decisions,
  ...health,
  ...lists,
  ...mirror,
  ...packages,
  ...sync,
  ...tail,
  ...services,
  ...catalogues,
  ...publishedCatalogues,
  ...records,
  ...reindex,
}
