import { createHash } from 'node:crypto'
import type { Database } from '../../postgres/database.ts'
import type { Budget } from './budget.ts'

/** Step of the tables of rates: what is counted for all workers, by the server's clock. */
export const BUDGET_TABLE = `
  CREATE TABLE songkeep.daily_budgets (
    name text PRIMARY KEY,
    day date NOT NULL,
    -- Hashes of the questions, one for each that was taken.
    taken text[] NOT NULL
  );

  CREATE FUNCTION songkeep.take_budget_v1(p_name text, p_zone text, p_per_day int, p_question text)
  RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
  DECLARE
    today date;
    known songkeep.daily_budgets;
  BEGIN
    INSERT INTO songkeep.daily_budgets VALUES (p_name, '-infinity', '{}') ON CONFLICT DO NOTHING;
    SELECT * INTO known FROM songkeep.daily_budgets WHERE name = p_name FOR UPDATE;
    today := (clock_timestamp() AT TIME ZONE p_zone)::date;
    IF known.day <> today THEN known.taken := '{}'; END IF;
    IF p_question = ANY (known.taken) THEN RETURN true; END IF;
    IF cardinality(known.taken) >= p_per_day THEN RETURN false; END IF;
    UPDATE songkeep.daily_budgets SET day = today, taken = known.taken || p_question WHERE name = p_name;
    RETURN true;
  END $$;`

/** Counts for all workers together. To take again after a lost answer costs nothing: it is the same question. */
export function openPostgresBudget(database: Database): Budget {
  return {
    async take({ name, perDay, zone }, question) {
      const hash = createHash('sha256').update(question).digest('hex').slice(0, 16)
      const values = [name, zone, Math.floor(perDay), hash]
      const [row] = await database.repeat(() =>
        database.query<{ taken: boolean }>(
          'SELECT songkeep.take_budget_v1($1, $2, $3, $4) AS taken',
          values,
        ),
      )
      return row?.taken === true
    },
  }
}
