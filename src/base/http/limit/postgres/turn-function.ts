/** Name of the channel on which a run that waits for a slot is told that one is free. */
export const CHANNEL = 'songkeep_turns'

/**
 * Everything that a run has to say and to ask about one host, in one statement. Each statement of a function that is
 * VOLATILE sees what was committed before it began; in one plain statement, what is counted after the wait for the
 * host's row would be what was there before the wait, and the limit would not hold.
 *
 * p_ended and p_late are turns that have ended, and how many milliseconds after the grant each began at the latest;
 * null for one that was never used. p_wanted are ids for new turns, of which the first so many are granted.
 */
export const TAKE_TURNS = `
CREATE FUNCTION songkeep.rate_turns_v1(
  p_egress text, p_host text, p_runner uuid, p_holder uuid,
  p_ended uuid[], p_late float8[], p_hush_ms float8, p_hush_host text,
  p_wanted uuid[], p_requests int, p_per_ms float8, p_at_once int, p_slack_ms float8, p_lease_ms float8)
RETURNS TABLE (granted int, wait_ms float8, quiet_ms float8, quiet_host text, sharers int)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  -- A run that was told to come now may be so late before others are served.
  grace constant interval := '500 ms';
  -- Whoever waits for a slot asks after this time even where nobody has told it anything.
  poll constant interval := '2 s';
  a_ms constant interval := '1 ms';
  per constant interval := p_per_ms * a_ms;
  known songkeep.rate_hosts;
  moment timestamptz;
  expired int;
  in_window int;
  held int;
  mine timestamptz;
  ahead int;
  others int;
  missing int;
  is_full boolean;
  due_at timestamptz;
  called uuid;
BEGIN
  SELECT * INTO known FROM songkeep.rate_hosts WHERE egress = p_egress AND host = p_host FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO songkeep.rate_hosts (egress, host) VALUES (p_egress, p_host) ON CONFLICT DO NOTHING;
    SELECT * INTO known FROM songkeep.rate_hosts WHERE egress = p_egress AND host = p_host FOR UPDATE;
  END IF;
  moment := clock_timestamp();

  IF known.keep_ms < p_per_ms OR known.quiet_until < moment + p_hush_ms * a_ms THEN
    UPDATE songkeep.rate_hosts SET
      keep_ms = greatest(keep_ms, p_per_ms),
      quiet_host = CASE WHEN p_hush_ms > 0 AND quiet_until < moment + p_hush_ms * a_ms
        THEN p_hush_host ELSE rate_hosts.quiet_host END,
      quiet_until = CASE WHEN p_hush_ms > 0
        THEN greatest(quiet_until, moment + p_hush_ms * a_ms) ELSE quiet_until END
    WHERE egress = p_egress AND host = p_host RETURNING * INTO known;
  END IF;

  IF cardinality(p_ended) > 0 THEN
    DELETE FROM songkeep.rate_turns t USING unnest(p_ended, p_late) AS e (id, late)
    WHERE t.id = e.id AND t.holder = p_holder AND e.late IS NULL;
    UPDATE songkeep.rate_turns t SET
      lease_until = NULL, begun_at = t.granted_at + e.late * a_ms
    FROM unnest(p_ended, p_late) AS e (id, late) WHERE t.id = e.id AND t.holder = p_holder;
  END IF;

  -- A process that has died frees its share. (A clock that was put back must not keep it for longer.)
  UPDATE songkeep.rate_turns SET lease_until = NULL
  WHERE egress = p_egress AND host = p_host
    AND (lease_until < moment OR lease_until > moment + 2 * p_lease_ms * a_ms);
  GET DIAGNOSTICS expired = ROW_COUNT;
  DELETE FROM songkeep.rate_turns
  WHERE egress = p_egress AND host = p_host AND lease_until IS NULL
    AND (begun_at <= moment - known.keep_ms * a_ms OR begun_at > moment + interval '10 s');
  DELETE FROM songkeep.rate_waiting
  WHERE egress = p_egress AND host = p_host AND (due < moment - grace OR due > moment + interval '1 day');

  SELECT count(*) FILTER (WHERE begun_at > moment - per), count(*) FILTER (WHERE lease_until IS NOT NULL)
  INTO in_window, held FROM songkeep.rate_turns WHERE egress = p_egress AND host = p_host;
  SELECT since INTO mine FROM songkeep.rate_waiting
  WHERE egress = p_egress AND host = p_host AND runner = p_runner;
  SELECT count(*) FILTER (WHERE mine IS NULL OR (since, runner) < (mine, p_runner)), count(*)
  INTO ahead, others FROM songkeep.rate_waiting
  WHERE egress = p_egress AND host = p_host AND runner <> p_runner;

  granted := 0;
  wait_ms := 0;
  IF cardinality(p_wanted) > 0 AND known.quiet_until <= moment THEN
    granted := greatest(0, least(
      cardinality(p_wanted), p_requests - in_window - ahead, p_at_once - held - ahead));
    INSERT INTO songkeep.rate_turns
    SELECT id, p_egress, p_host, p_runner, p_holder, moment, moment + p_slack_ms * a_ms, moment + p_lease_ms * a_ms
    FROM unnest(p_wanted[1:granted]) AS id;
    in_window := in_window + granted;
    held := held + granted;
  END IF;

  IF granted >= cardinality(p_wanted) THEN
    DELETE FROM songkeep.rate_waiting WHERE egress = p_egress AND host = p_host AND runner = p_runner;
  ELSE
    -- Whoever has got something goes to the end of the line.
    IF granted > 0 THEN ahead := others; END IF;
    due_at := greatest(moment + 2 * a_ms, known.quiet_until);
    missing := ahead + 1 - (p_requests - in_window);
    IF missing > 0 THEN
      due_at := greatest(due_at, least(moment, (
        SELECT max(begun_at) FROM (
          SELECT begun_at FROM songkeep.rate_turns
          WHERE egress = p_egress AND host = p_host AND begun_at > moment - per
          ORDER BY begun_at LIMIT missing) AS oldest)) + per);
    END IF;
    is_full := held + ahead >= p_at_once;
    IF is_full THEN due_at := greatest(due_at, moment + poll); END IF;
    INSERT INTO songkeep.rate_waiting VALUES (p_egress, p_host, p_runner, moment, due_at, is_full)
    ON CONFLICT (egress, host, runner) DO UPDATE SET
      since = CASE WHEN granted > 0 THEN moment ELSE rate_waiting.since END,
      due = EXCLUDED.due, for_slot = EXCLUDED.for_slot;
    wait_ms := extract(epoch FROM due_at - moment) * 1000;
  END IF;

  IF (cardinality(p_ended) > 0 OR expired > 0) AND held < p_at_once THEN
    FOR called IN
      UPDATE songkeep.rate_waiting w SET for_slot = false, due = least(w.due, moment + grace)
      WHERE (w.egress, w.host) = (p_egress, p_host) AND w.runner IN (
        SELECT o.runner FROM songkeep.rate_waiting o
        WHERE o.egress = p_egress AND o.host = p_host AND o.for_slot AND o.runner <> p_runner
        ORDER BY o.since, o.runner LIMIT p_at_once - held)
      RETURNING w.runner
    LOOP
      PERFORM pg_notify('${CHANNEL}', called::text);
    END LOOP;
  END IF;

  quiet_ms := greatest(0, extract(epoch FROM least(known.quiet_until, moment + interval '20 years') - moment) * 1000);
  quiet_host := known.quiet_host;
  SELECT count(DISTINCT t.runner) INTO sharers FROM songkeep.rate_turns t
  WHERE t.egress = p_egress AND t.host = p_host AND t.begun_at > moment - per;
  RETURN NEXT;
END $$;`
