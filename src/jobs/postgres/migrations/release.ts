/** Work that stops running: because its runner says so, or because nothing was heard of it. */
export const RELEASE: string = `
-- Owner and place, which are locked, have one less that runs. The work has its new state already.
CREATE FUNCTION songkeep.jobs_released(p_number bigint, p_owner text, p_place text, p_state text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE songkeep.jobs_owner SET running = running - 1 WHERE owner = p_owner;
  UPDATE songkeep.jobs_place SET running = running - 1 WHERE place = p_place;
  IF p_place IS NOT NULL THEN
    PERFORM songkeep.jobs_promote(p_place, NULL);
  ELSIF p_state = 'queued' THEN
    PERFORM songkeep.jobs_line_up(p_number, p_owner, p_place);
  END IF;
END $$;

-- True also where the same runner ends it in the same way again: the answer to the first time was lost.
CREATE FUNCTION songkeep.jobs_end(
  p_id text, p_runner text, p_state text, p_fault json, p_now timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  it record;
BEGIN
  SELECT number, owner, place INTO it FROM songkeep.job WHERE id = p_id;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM songkeep.jobs_lock_for_release(it.owner, it.place);
  UPDATE songkeep.job SET state = p_state, fault = p_fault, runner = NULL, lease_until = NULL, signal = NULL,
      adopted = adopted AND p_state <> 'queued', ended_by = p_runner,
      ended_at = CASE WHEN p_state = 'queued' THEN NULL ELSE p_now END
    WHERE number = it.number AND state = 'running' AND runner = p_runner;
  IF NOT FOUND THEN
    RETURN EXISTS (SELECT 1 FROM songkeep.job
      WHERE number = it.number AND ended_by = p_runner AND state = p_state);
  END IF;
  PERFORM songkeep.jobs_released(it.number, it.owner, it.place, p_state);
  RETURN true;
END $$;

-- Frees work whose lease has run out.
CREATE FUNCTION songkeep.jobs_reclaim(
  p_number bigint, p_now timestamptz, p_max_tries integer, p_fault json
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  it record;
  next text;
BEGIN
  SELECT owner, place INTO it FROM songkeep.job WHERE number = p_number;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM songkeep.jobs_lock_for_release(it.owner, it.place);
  UPDATE songkeep.job SET
      state = CASE
        WHEN signal = 'cancel' THEN 'cancelled'
        WHEN signal = 'pause' THEN 'paused'
        WHEN adopted THEN 'interrupted'
        WHEN tries >= p_max_tries THEN 'failed'
        ELSE 'queued' END,
      fault = CASE WHEN signal IS NULL AND NOT adopted AND tries >= p_max_tries THEN p_fault END,
      ended_at = CASE WHEN signal IS NULL AND NOT adopted AND tries < p_max_tries THEN NULL ELSE p_now END,
      runner = NULL, lease_until = NULL, signal = NULL, ended_by = NULL
    WHERE number = p_number AND state = 'running' AND lease_until <= p_now
    RETURNING state INTO next;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM songkeep.jobs_released(p_number, it.owner, it.place, next);
  RETURN true;
END $$;
`
