export const NEXT = `
  SELECT id FROM work AS one
  WHERE state = 'queued' AND (place IS NULL OR place NOT IN
    (SELECT place FROM work WHERE state = 'running' AND place IS NOT NULL))
  ORDER BY
    (SELECT count(*) FROM work WHERE owner = one.owner AND state = 'running'),
    (SELECT max(started) FROM work WHERE owner = one.owner) NULLS FIRST,
    rowid
  LIMIT 1`

export const FREE = `
  SELECT id FROM work WHERE id = ? AND state = 'queued' AND (place IS NULL OR place NOT IN
    (SELECT place FROM work WHERE state = 'running' AND place IS NOT NULL))`

export const PUT = `
  INSERT INTO entry (work, key, seq, data, detail) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (work, key) DO UPDATE SET
    seq = excluded.seq, data = excluded.data, detail = coalesce(excluded.detail, detail)`

export const RECLAIM = `
  UPDATE work SET
    state = CASE
      WHEN asked = 'cancel' THEN 'cancelled'
      WHEN asked = 'pause' THEN 'paused'
      WHEN attached THEN 'interrupted'
      WHEN tries >= ? THEN 'failed'
      ELSE 'queued' END,
    fault = CASE WHEN asked IS NULL AND NOT attached AND tries >= ? THEN ? END,
    ended = CASE WHEN asked IS NULL AND NOT attached THEN NULL ELSE ? END,
    runner = NULL, lease = NULL, asked = NULL
  WHERE id = ? AND runner = ?`
