/**
 * Places and who waits for them. Locks are always taken in this order: the place, owners by name, work. Only
 * `jobs_take` holds owners when it comes to a place, and it never waits for one: so nobody ever waits in a circle.
 */
export const PLACE: string = `
CREATE FUNCTION songkeep.jobs_lock_place(p_place text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO songkeep.jobs_place AS it (place) VALUES (p_place)
  ON CONFLICT (place) DO UPDATE SET running = it.running
$$;

-- The earliest waiting work of each owner in a place, found owner by owner in the index.
CREATE FUNCTION songkeep.jobs_heads(p_place text) RETURNS TABLE (owner text, number bigint)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE head AS (
    (SELECT j.owner, j.number FROM songkeep.job j
      WHERE j.place = p_place AND j.state = 'queued' ORDER BY j.owner, j.number LIMIT 1)
    UNION ALL
    SELECT following.owner, following.number FROM head CROSS JOIN LATERAL (
      SELECT j.owner, j.number FROM songkeep.job j
        WHERE j.place = p_place AND j.state = 'queued' AND j.owner > head.owner
        ORDER BY j.owner, j.number LIMIT 1) following)
  SELECT head.owner, head.number FROM head
$$;

-- For who will leave a place: it, the owner of the work, and all owners who wait there.
CREATE FUNCTION songkeep.jobs_lock_for_release(p_owner text, p_place text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  owners text[] := ARRAY[p_owner];
BEGIN
  IF p_place IS NOT NULL THEN
    PERFORM songkeep.jobs_lock_place(p_place);
    owners := owners || ARRAY(SELECT h.owner FROM songkeep.jobs_heads(p_place) h);
  END IF;
  PERFORM 1 FROM songkeep.jobs_owner o WHERE o.owner = ANY (owners) ORDER BY o.owner FOR UPDATE;
END $$;

-- Where the place is free: makes the earliest work of its owners ready, or of one owner.
CREATE FUNCTION songkeep.jobs_promote(p_place text, p_owner text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT running FROM songkeep.jobs_place WHERE place = p_place) > 0 THEN RETURN; END IF;
  WITH promoted AS (
    UPDATE songkeep.job j SET ready = true FROM songkeep.jobs_heads(p_place) h
    WHERE j.number = h.number AND j.state = 'queued' AND NOT j.ready
      AND (p_owner IS NULL OR h.owner = p_owner)
    RETURNING j.owner)
  UPDATE songkeep.jobs_owner o SET ready = o.ready + 1 FROM promoted WHERE o.owner = promoted.owner;
END $$;

-- Work has become 'queued': its owner, and its place where it has one, are locked.
CREATE FUNCTION songkeep.jobs_line_up(p_number bigint, p_owner text, p_place text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF p_place IS NOT NULL THEN
    PERFORM songkeep.jobs_promote(p_place, p_owner);
  ELSE
    UPDATE songkeep.job SET ready = true WHERE number = p_number AND state = 'queued' AND NOT ready;
    IF FOUND THEN
      UPDATE songkeep.jobs_owner SET ready = ready + 1 WHERE owner = p_owner;
    END IF;
  END IF;
END $$;
`
