-- Petitions that are alike.

-- Petitions that share pieces of their texts (`petitions/sketches.py`), those that share most first; within reach only.
CREATE OR REPLACE FUNCTION app.alike(pieces integer[], most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint[] := app.my_reach();
BEGIN
  RETURN QUERY SELECT found.petition_id FROM (
      SELECT held.petition_id, count(*) AS shared
      FROM (SELECT DISTINCT unnest(pieces[1:64])) AS asked (piece)
        CROSS JOIN LATERAL (SELECT s.petition_id FROM public.petition_sketch s WHERE s.piece = asked.piece
                            ORDER BY s.petition_id DESC LIMIT 500) AS held
      GROUP BY held.petition_id) AS found
    JOIN public.petition p ON p.id = found.petition_id
    WHERE coalesce(p.unit_id, 0) = ANY (mine) OR -p.assignee_id = ANY (mine) OR p.reach && mine
    ORDER BY found.shared DESC, found.petition_id DESC LIMIT most;
END $$;

-- Requires that this transaction added all of some petitions. A row that it changed looks as new: the moment tells them
-- apart. `xmin` lacks the epoch, and nobody sees what another transaction in progress wrote.
CREATE OR REPLACE FUNCTION app.must_have_added(numbers bigint[]) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND EXISTS (
       SELECT FROM (SELECT DISTINCT unnest(numbers)) AS asked (number) WHERE NOT EXISTS (
         SELECT FROM public.petition p WHERE p.id = asked.number AND p.registered_at >= now()
           AND pg_xact_status((((pg_current_xact_id()::text::bigint >> 32) << 32) | p.xmin::text::bigint)::text::xid8)
             = 'in progress')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'petitions are compared by whoever registers them';
  END IF;
END $$;

-- Keeps the pieces of new petitions, once, one beside the other. What is there already nobody learns.
CREATE OR REPLACE FUNCTION app.keep_sketches(pieces integer[], numbers bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk registers petitions';
  END IF;
  PERFORM app.must_have_added(numbers);
  INSERT INTO public.petition_sketch (piece, petition_id)
    SELECT a.piece, a.number FROM unnest(pieces, numbers) AS a (piece, number) ON CONFLICT DO NOTHING;
END $$;

-- Pairs new petitions with earlier ones that they resemble (`petitions/near_equals.py`): pieces and the petitions that
-- have them, one beside the other. Paired is with all that there is, shown by reach.
CREATE OR REPLACE FUNCTION app.pair_near_equals(pieces integer[], numbers bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk pairs petitions';
  END IF;
  PERFORM app.must_have_added(numbers);
  -- Where triggers rest, a database is filled in bulk, without the index that this needs.
  IF current_setting('session_replication_role') = 'replica' THEN
    RETURN;
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT DISTINCT a.piece, a.number FROM unnest(pieces, numbers) AS a (piece, number)
  ), found AS (
    SELECT a.number, held.petition_id, count(*) AS shared
    FROM asked a CROSS JOIN LATERAL (SELECT s.petition_id FROM public.petition_sketch s
                                     WHERE s.piece = a.piece AND s.petition_id < a.number
                                     ORDER BY s.petition_id DESC LIMIT 30) AS held
    GROUP BY a.number, held.petition_id
  ), ranked AS (
    SELECT f.number, f.petition_id,
      row_number() OVER (PARTITION BY f.number ORDER BY f.shared DESC, f.petition_id DESC) AS place
    FROM found f JOIN (SELECT number, count(*) AS many FROM asked GROUP BY number) AS n USING (number)
    WHERE f.shared >= greatest(4, ceil(n.many * 8 / 16.0))
      OR (f.shared >= 4 AND EXISTS (SELECT 1 FROM public.petition p JOIN public.petition o
                                      ON o.petitioner_id = p.petitioner_id
                                    WHERE p.id = f.number AND o.id = f.petition_id))
  )
  INSERT INTO public.near_equal (petition_id, other_id, settled)
  SELECT sides.one, sides.other, false FROM ranked r
    CROSS JOIN LATERAL (VALUES (r.number, r.petition_id), (r.petition_id, r.number)) AS sides (one, other)
  WHERE r.place <= 9
  ON CONFLICT DO NOTHING;
END $$;

-- A pair is settled, or pointed out again, by whoever says so of one of the two, in the same transaction.
CREATE OR REPLACE FUNCTION app.check_settled_told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  acts text[] := '{linked,link_removed,set_apart,set_apart_removed,absorbed,released,undo,unmerge}';
BEGIN
  IF NOT (app.is_program() OR app.has_done('petition', NEW.petition_id, acts)
      OR app.has_done('petition', NEW.other_id, acts)) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'what is settled is told with its event';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS settled_is_told ON near_equal;
CREATE CONSTRAINT TRIGGER settled_is_told AFTER UPDATE ON near_equal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.settled IS DISTINCT FROM NEW.settled) EXECUTE FUNCTION app.check_settled_told();
