/** Adding work and taking it. Each statement within a function sees what was committed before it. */
export const TAKE: string = `
CREATE FUNCTION songkeep.jobs_add(
  p_id text, p_payload json, p_title text, p_owner text, p_place text, p_now timestamptz
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  added bigint;
BEGIN
  IF p_place IS NOT NULL THEN PERFORM songkeep.jobs_lock_place(p_place); END IF;
  INSERT INTO songkeep.jobs_owner AS it (owner) VALUES (p_owner)
    ON CONFLICT (owner) DO UPDATE SET running = it.running;
  INSERT INTO songkeep.job (id, payload, title, owner, place, state, created_at)
    VALUES (p_id, p_payload, p_title, p_owner, p_place, 'queued', p_now)
    ON CONFLICT (id) DO NOTHING RETURNING number INTO added;
  IF added IS NOT NULL THEN PERFORM songkeep.jobs_line_up(added, p_owner, p_place); END IF;
END $$;

CREATE FUNCTION songkeep.jobs_adopt(
  p_id text, p_payload json, p_title text, p_owner text, p_place text,
  p_runner text, p_now timestamptz, p_lease interval
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_place IS NOT NULL THEN PERFORM songkeep.jobs_lock_place(p_place); END IF;
  INSERT INTO songkeep.jobs_owner AS it (owner) VALUES (p_owner)
    ON CONFLICT (owner) DO UPDATE SET running = it.running;
  INSERT INTO songkeep.job (id, payload, title, owner, place, state, adopted, runner, lease_until,
      created_at, started_at)
    VALUES (p_id, p_payload, p_title, p_owner, p_place, 'running', true, p_runner, p_now + p_lease,
      p_now, p_now)
    ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE songkeep.jobs_owner SET running = running + 1, turn = nextval('songkeep.jobs_turn')
    WHERE owner = p_owner;
  UPDATE songkeep.jobs_place SET running = running + 1 WHERE place = p_place;
END $$;

-- Takes at most so many of one owner, whose row is locked. Returns the numbers of what was taken.
CREATE FUNCTION songkeep.jobs_take_of(
  p_owner text, p_max integer, p_runner text, p_claim text, p_now timestamptz, p_lease interval
) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  next record;
  busy integer;
  blocked integer := 0;
  taken bigint[] := '{}';
BEGIN
  FOR next IN SELECT j.number, j.place FROM songkeep.job j
    WHERE j.owner = p_owner AND j.ready ORDER BY j.number LIMIT p_max + 100
  LOOP
    IF next.place IS NOT NULL THEN
      SELECT running INTO busy FROM songkeep.jobs_place WHERE place = next.place FOR UPDATE SKIP LOCKED;
      -- Somebody is just about to change it.
      CONTINUE WHEN NOT FOUND;
      IF busy > 0 THEN
        UPDATE songkeep.job SET ready = false WHERE number = next.number;
        blocked := blocked + 1;
        CONTINUE;
      END IF;
      UPDATE songkeep.jobs_place SET running = 1 WHERE place = next.place;
    END IF;
    UPDATE songkeep.job SET state = 'running', ready = false, runner = p_runner, claim = p_claim,
        lease_until = p_now + p_lease, tries = tries + 1, started_at = coalesce(started_at, p_now),
        ended_at = NULL, fault = NULL
      WHERE number = next.number;
    taken := taken || next.number;
    EXIT WHEN cardinality(taken) = p_max;
  END LOOP;
  IF cardinality(taken) + blocked > 0 THEN
    UPDATE songkeep.jobs_owner SET running = running + cardinality(taken),
        ready = ready - cardinality(taken) - blocked,
        turn = CASE WHEN cardinality(taken) > 0 THEN nextval('songkeep.jobs_turn') ELSE turn END
      WHERE owner = p_owner;
  END IF;
  RETURN taken;
END $$;

-- Takes the first work of each of these owners, whose rows are locked, where it has no place: all by one statement.
-- Returns its numbers, by the owners' places in the list; NULL for who has none such.
CREATE FUNCTION songkeep.jobs_take_placeless(
  p_owners text[], p_runner text, p_claim text, p_now timestamptz, p_lease interval
) RETURNS bigint[] LANGUAGE sql AS $$
  WITH head AS MATERIALIZED (
    SELECT o.owner, o.at, j.number FROM unnest(p_owners) WITH ORDINALITY AS o (owner, at)
    CROSS JOIN LATERAL (SELECT number, place FROM songkeep.job
      WHERE owner = o.owner AND ready ORDER BY number LIMIT 1) j
    WHERE j.place IS NULL),
  taken AS (
    UPDATE songkeep.job j SET state = 'running', ready = false, runner = p_runner, claim = p_claim,
        lease_until = p_now + p_lease, tries = tries + 1, started_at = coalesce(started_at, p_now),
        ended_at = NULL, fault = NULL
      FROM head WHERE j.number = head.number AND j.state = 'queued' AND j.ready
      RETURNING j.owner, j.number),
  turn AS MATERIALIZED (
    SELECT owner, nextval('songkeep.jobs_turn') AS turn FROM (
      SELECT taken.owner FROM taken JOIN head USING (owner) ORDER BY head.at) AS served),
  counted AS (
    UPDATE songkeep.jobs_owner o SET running = o.running + 1, ready = o.ready - 1, turn = turn.turn
      FROM turn WHERE o.owner = turn.owner)
  SELECT array_agg(taken.number ORDER BY o.at)
    FROM unnest(p_owners) WITH ORDINALITY AS o (owner, at) LEFT JOIN taken USING (owner)
$$;

-- Takes at most p_max, as if one were taken after the other: of the owners who have least running, then of those
-- who were served longest ago. What others are just taking is passed over; where nothing else is left, they are
-- waited for.
CREATE FUNCTION songkeep.jobs_take(
  p_max integer, p_runner text, p_claim text, p_now timestamptz, p_lease interval
) RETURNS SETOF songkeep.job LANGUAGE plpgsql AS $$
DECLARE
  owners text[];
  passed text[] := '{}';
  quick bigint[];
  share integer;
  found bigint[];
  taken bigint[] := '{}';
BEGIN
  WHILE cardinality(taken) < p_max LOOP
    owners := ARRAY(SELECT owner FROM songkeep.jobs_owner
      WHERE ready > 0 AND owner <> ALL (passed) AND running = (
        SELECT min(running) FROM songkeep.jobs_owner WHERE ready > 0 AND owner <> ALL (passed))
      ORDER BY turn, joined LIMIT p_max - cardinality(taken) FOR UPDATE SKIP LOCKED);
    IF owners = '{}' THEN
      owners := ARRAY(SELECT owner FROM songkeep.jobs_owner WHERE ready > 0 AND owner <> ALL (passed)
        ORDER BY running, turn, joined LIMIT 1 FOR UPDATE SKIP LOCKED);
    END IF;
    IF owners = '{}' AND taken = '{}' AND passed = '{}' THEN
      owners := ARRAY(SELECT owner FROM songkeep.jobs_owner WHERE ready > 0
        ORDER BY running, turn, joined LIMIT 1 FOR UPDATE);
    END IF;
    EXIT WHEN owners = '{}';
    share := 1;
    -- Who is alone has all turns.
    IF cardinality(owners) = 1 AND NOT EXISTS (
      SELECT 1 FROM songkeep.jobs_owner WHERE ready > 0 AND owner <> owners[1]) THEN
      share := p_max - cardinality(taken);
    END IF;
    IF share = 1 AND cardinality(owners) > 1 THEN
      quick := songkeep.jobs_take_placeless(owners, p_runner, p_claim, p_now, p_lease);
    END IF;
    FOR at IN 1 .. cardinality(owners) LOOP
      IF quick[at] IS NOT NULL THEN taken := taken || quick[at]; CONTINUE; END IF;
      found := songkeep.jobs_take_of(owners[at], share, p_runner, p_claim, p_now, p_lease);
      IF found = '{}' THEN passed := passed || owners[at]; ELSE taken := taken || found; END IF;
    END LOOP;
    quick := NULL;
  END LOOP;
  RETURN QUERY SELECT j.* FROM songkeep.job j JOIN unnest(taken) WITH ORDINALITY AS t (number, place)
    USING (number) ORDER BY t.place;
END $$;
`
