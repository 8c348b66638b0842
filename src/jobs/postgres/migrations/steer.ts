/** What people ask for: to pause, cancel and resume; and work that a runner wants by its id. */
export const STEER: string = `
-- Locks place and owner of work, and makes their rows where they are not there.
CREATE FUNCTION songkeep.jobs_lock(p_id text) RETURNS SETOF songkeep.job LANGUAGE plpgsql AS $$
DECLARE
  it songkeep.job;
BEGIN
  SELECT * INTO it FROM songkeep.job WHERE id = p_id;
  IF NOT FOUND THEN RETURN; END IF;
  IF it.place IS NOT NULL THEN PERFORM songkeep.jobs_lock_place(it.place); END IF;
  PERFORM 1 FROM songkeep.jobs_owner WHERE owner = it.owner FOR UPDATE;
  RETURN QUERY SELECT * FROM songkeep.job WHERE id = p_id FOR UPDATE;
END $$;

CREATE FUNCTION songkeep.jobs_signal(p_id text, p_signal text, p_now timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  it songkeep.job;
BEGIN
  SELECT * INTO it FROM songkeep.jobs_lock(p_id);
  IF it.state = 'running' THEN
    UPDATE songkeep.job SET signal = p_signal WHERE number = it.number;
  ELSIF it.state IN ('queued', 'interrupted', 'paused') THEN
    UPDATE songkeep.job SET ready = false, ended_at = p_now,
        state = CASE p_signal WHEN 'pause' THEN 'paused' ELSE 'cancelled' END
      WHERE number = it.number;
    IF it.ready THEN
      UPDATE songkeep.jobs_owner SET ready = ready - 1 WHERE owner = it.owner;
    END IF;
    IF it.place IS NOT NULL THEN PERFORM songkeep.jobs_promote(it.place, it.owner); END IF;
  END IF;
END $$;

CREATE FUNCTION songkeep.jobs_resume(p_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  it songkeep.job;
BEGIN
  SELECT * INTO it FROM songkeep.jobs_lock(p_id);
  IF it.state = 'running' AND it.signal = 'pause' THEN
    UPDATE songkeep.job SET signal = NULL WHERE number = it.number;
  ELSIF it.state IN ('paused', 'interrupted', 'failed', 'cancelled') THEN
    UPDATE songkeep.job SET state = 'queued', adopted = false, signal = NULL, fault = NULL, ended_at = NULL,
        tries = 0, ended_by = NULL
      WHERE number = it.number;
    PERFORM songkeep.jobs_line_up(it.number, it.owner, it.place);
  END IF;
END $$;

CREATE FUNCTION songkeep.jobs_claim(
  p_id text, p_runner text, p_claim text, p_now timestamptz, p_lease interval
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  it songkeep.job;
BEGIN
  SELECT * INTO it FROM songkeep.jobs_lock(p_id);
  IF it.state = 'running' AND it.claim = p_claim THEN RETURN true; END IF;
  IF it.state IS DISTINCT FROM 'queued' OR EXISTS (
    SELECT 1 FROM songkeep.jobs_place WHERE place = it.place AND running > 0) THEN RETURN false; END IF;
  UPDATE songkeep.job SET state = 'running', ready = false, adopted = true, runner = p_runner, claim = p_claim,
      lease_until = p_now + p_lease, tries = tries + 1, started_at = coalesce(started_at, p_now),
      ended_at = NULL, fault = NULL
    WHERE number = it.number;
  UPDATE songkeep.jobs_owner SET running = running + 1, ready = ready - it.ready::integer,
      turn = nextval('songkeep.jobs_turn')
    WHERE owner = it.owner;
  UPDATE songkeep.jobs_place SET running = running + 1 WHERE place = it.place;
  RETURN true;
END $$;

-- Forgets what has ended but for the latest, and places where nothing is in line any more.
CREATE FUNCTION songkeep.jobs_tidy(p_keep integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  free text;
BEGIN
  DELETE FROM songkeep.job WHERE number IN (SELECT number FROM songkeep.job
    WHERE state IN ('done', 'failed', 'cancelled') ORDER BY number DESC OFFSET p_keep);
  FOR free IN SELECT place FROM songkeep.jobs_place WHERE running = 0 FOR UPDATE SKIP LOCKED LOOP
    DELETE FROM songkeep.jobs_place WHERE place = free AND running = 0 AND NOT EXISTS (
      SELECT 1 FROM songkeep.job WHERE place = free AND state = 'queued');
  END LOOP;
END $$;
`
