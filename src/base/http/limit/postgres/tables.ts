import type { MigrationSet } from '../../../postgres/migrate.ts'
import { BUDGET_TABLE } from '../../budget/postgres-budget.ts'
import { ANSWER_TABLE } from '../../cache/postgres-store.ts'
import { TAKE_TURNS } from './turn-function.ts'

/**
 * What the workers behind one address know together of each host. All times are the server's: no worker's clock is
 * asked. A turn that has ended is kept for as long as it counts for the host's period.
 */
const TABLES = `
  CREATE TABLE songkeep.rate_hosts (
    egress text NOT NULL,
    host text NOT NULL,
    -- The longest period that any worker counts by.
    keep_ms double precision NOT NULL DEFAULT 0,
    quiet_until timestamptz NOT NULL DEFAULT '-infinity',
    quiet_host text NOT NULL DEFAULT '',
    PRIMARY KEY (egress, host)
  ) WITH (fillfactor = 50);

  CREATE TABLE songkeep.rate_turns (
    id uuid PRIMARY KEY,
    egress text NOT NULL,
    host text NOT NULL,
    -- The run that took it, and the process that renews its lease.
    runner uuid NOT NULL,
    holder uuid NOT NULL,
    granted_at timestamptz NOT NULL,
    -- The latest moment at which the request can have begun.
    begun_at timestamptz NOT NULL,
    -- Null when it has ended.
    lease_until timestamptz
  ) WITH (fillfactor = 50);
  CREATE INDEX rate_turns_by_host ON songkeep.rate_turns (egress, host);
  CREATE INDEX rate_turns_by_holder ON songkeep.rate_turns (holder) WHERE lease_until IS NOT NULL;

  CREATE TABLE songkeep.rate_waiting (
    egress text NOT NULL,
    host text NOT NULL,
    runner uuid NOT NULL,
    -- Who has waited longest comes first.
    since timestamptz NOT NULL,
    -- When it was told to come again. Whoever does not come loses its place.
    due timestamptz NOT NULL,
    -- All turns are taken: it is told when one ends.
    for_slot boolean NOT NULL,
    PRIMARY KEY (egress, host, runner)
  ) WITH (fillfactor = 50);`

export const rateTables: MigrationSet = {
  name: 'rates',
  steps: [{ sql: `${TABLES}\n${TAKE_TURNS}` }, { sql: BUDGET_TABLE }, { sql: ANSWER_TABLE }],
}
