/**
 * `jobs_owner` and `jobs_place` count what the rows of `job` say, so that the next work is found by two look-ups,
 * however much is in line. `ready` marks work that may be taken now. Where a place is free, the earliest work of each
 * owner in it is ready; ready work whose place is taken meanwhile is found out when somebody tries to take it.
 */
export const TABLES: string = `
CREATE SEQUENCE songkeep.jobs_turn;

CREATE TABLE songkeep.jobs_owner (
  owner text PRIMARY KEY,
  running integer NOT NULL DEFAULT 0,
  ready integer NOT NULL DEFAULT 0,
  turn bigint NOT NULL DEFAULT 0,
  joined bigint GENERATED ALWAYS AS IDENTITY,
  CHECK (running >= 0 AND ready >= 0)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX jobs_owner_next ON songkeep.jobs_owner (running, turn, joined) WHERE ready > 0;

CREATE TABLE songkeep.jobs_place (
  place text PRIMARY KEY,
  running integer NOT NULL DEFAULT 0,
  CHECK (running >= 0)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

CREATE TABLE songkeep.job (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text NOT NULL UNIQUE,
  payload json NOT NULL,
  title text NOT NULL,
  owner text NOT NULL,
  place text,
  state text NOT NULL,
  ready boolean NOT NULL DEFAULT false,
  signal text,
  adopted boolean NOT NULL DEFAULT false,
  runner text,
  lease_until timestamptz,
  claim text,
  ended_by text,
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  facts json,
  fault json,
  seq bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 70);
CREATE INDEX job_ready ON songkeep.job (owner, number) WHERE ready;
CREATE INDEX job_waiting ON songkeep.job (place, owner, number) WHERE state = 'queued' AND place IS NOT NULL;
CREATE INDEX job_state ON songkeep.job (state, created_at);
CREATE INDEX job_lease ON songkeep.job (lease_until) WHERE state = 'running';
CREATE INDEX job_ended ON songkeep.job (number) WHERE state IN ('done', 'failed', 'cancelled');

CREATE TABLE songkeep.job_entry (
  job text NOT NULL REFERENCES songkeep.job (id) ON DELETE CASCADE,
  key text NOT NULL,
  seq bigint NOT NULL,
  data json NOT NULL,
  detail bytea,
  PRIMARY KEY (job, key)
) WITH (fillfactor = 70);
CREATE INDEX job_entry_seq ON songkeep.job_entry (job, seq);
`
