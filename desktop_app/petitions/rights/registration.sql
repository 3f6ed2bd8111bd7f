-- What a new petition has, what units and clerks hold, and the files of petitions.

-- Which of some tracking codes are free: no petition has them, whoever may see it, and nobody waits for them.
CREATE OR REPLACE FUNCTION app.free_codes(drawn text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk draws codes';
  END IF;
  RETURN QUERY SELECT d.code FROM unnest(drawn) AS d (code)
    WHERE NOT EXISTS (SELECT 1 FROM public.petition p WHERE p.tracking_code = d.code)
      AND NOT EXISTS (SELECT 1 FROM public.reserved_code r WHERE r.tracking_code = d.code AND r.until > now());
END $$;

-- What rows that are brought again became, by their keys: petitions in reach, and further texts of these
-- (`petitions/registration/rows_there.py`). Nobody else than who registers may ask: the keys tell whose the numbers are.
CREATE OR REPLACE FUNCTION app.rows_there(keys text[]) RETURNS TABLE (told text, petition bigint, message bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint[] := app.my_reach();
BEGIN
  IF NOT app.at_desk() THEN
    RETURN;
  END IF;
  PERFORM app.must_have_asked(ARRAY(SELECT app.row_key(k) FROM unnest(keys) AS k WHERE k LIKE 'content:%'));
  RETURN QUERY WITH asked AS MATERIALIZED (SELECT k.key, app.row_key(k.key) AS stored FROM unnest(keys) AS k (key))
    SELECT f.key, p.id, f.message FROM (
      SELECT s.key, q.id AS petition, NULL::bigint AS message FROM asked s JOIN public.petition q ON q.identity_key = s.stored
      UNION ALL SELECT s.key, m.petition_id, m.id FROM asked s JOIN public.petition_message m ON m.identity_key = s.stored
    ) f (key, petition, message) JOIN public.petition p ON p.id = f.petition
    WHERE coalesce(p.unit_id, 0) = ANY (mine) OR -p.assignee_id = ANY (mine) OR p.reach && mine;
END $$;

-- Whether fields of the identity are missing that the office requires for a kind and a channel: the name on the petition,
-- and what is on file of the petitioner. The most specific rule counts, as in `app.due_for`.
CREATE OR REPLACE FUNCTION app.identity_lacks(of_kind text, through text, whose bigint, named text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((
    SELECT EXISTS (SELECT 1 FROM json_array_elements_text(r.one->'fields') AS f (field)
        LEFT JOIN public.petitioner p ON p.id = whose
        WHERE CASE f.field WHEN 'name' THEN btrim(coalesce(named, '')) WHEN 'national_id' THEN coalesce(p.masked_national_id, '')
          ELSE coalesce(p.masked_mobile, '') END = '')
    FROM public.office o CROSS JOIN json_array_elements(o.identity_rules) WITH ORDINALITY AS r (one, place)
    WHERE coalesce(r.one->>'kind', of_kind) = of_kind AND coalesce(r.one->>'channel', through) = through
    ORDER BY (r.one->>'kind' IS NOT NULL) DESC, (r.one->>'channel' IS NOT NULL) DESC, r.place LIMIT 1), false)
$$;

-- Keeps a code for whoever asks (`petitions/reservations.py`); false where it is not free. The program itself says whose
-- it is.
CREATE OR REPLACE FUNCTION app.reserve_code(drawn text, whose bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  owner bigint := CASE WHEN app.is_program() THEN whose ELSE app.me() END;
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk reserves codes';
  END IF;
  IF drawn IS NULL OR drawn !~ '^[0-9]{12}$' OR drawn::bigint % 97 <> 1 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such code';
  END IF;
  DELETE FROM public.reserved_code r WHERE r.until <= now();
  IF (SELECT count(*) FROM public.reserved_code r WHERE r.person_id = owner) >= 50 THEN
    RAISE program_limit_exceeded USING MESSAGE = 'too many codes are held';
  END IF;
  IF EXISTS (SELECT 1 FROM public.petition p WHERE p.tracking_code = drawn) THEN
    RETURN false;
  END IF;
  INSERT INTO public.reserved_code (tracking_code, person_id, until)
    VALUES (drawn, owner, now() + interval '12 hours') ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- Each number stands on the one before it: with the check of the counter there is neither gap nor repetition. What goes
-- to another unit at once (a rule sends it there) stays in reach of whoever registers it: the referral, which comes
-- behind it, says the same.
CREATE OR REPLACE FUNCTION app.guard_new_petition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF NEW.registry_number < 1 OR (NEW.registry_number > 1 AND NOT EXISTS (
       SELECT 1 FROM public.petition p
       WHERE p.registry_year = NEW.registry_year AND p.registry_number = NEW.registry_number - 1)) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'registry numbers leave no gap';
  END IF;
  IF NEW.unit_id IS NOT NULL THEN
    NEW.reach := ARRAY[-app.me()];
  END IF;
  RETURN NEW;
END $$;

-- Opening a petition marks its referrals as seen that were sent to the reader, or to a unit of theirs.
CREATE OR REPLACE FUNCTION app.see_referrals(referrals bigint[], moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.referral r SET seen_at = CASE WHEN app.is_program() THEN moment ELSE clock_timestamp() END
  WHERE r.id = ANY (referrals) AND r.seen_at IS NULL AND (app.is_program() OR (
    r.sent_by_id IS DISTINCT FROM app.me() AND (r.to_person_id = app.me()
      OR r.to_person_id IS NULL AND r.to_unit_id = ANY (app.my_units()))))
$$;

-- What an administrator has set for an outcome (`petitions/outcomes.py`); NULL where it is as the program brings it.
CREATE OR REPLACE FUNCTION app.outcome_choice(wanted text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT entry FROM public.office o CROSS JOIN LATERAL jsonb_array_elements(o.outcomes::jsonb) AS entry
  WHERE entry->>'code' = wanted LIMIT 1
$$;

-- How many open petitions a unit holds, or owes an answer to: a number only, for administrators, who may not see them.
CREATE OR REPLACE FUNCTION app.open_in_unit(whose bigint) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*) FROM public.petition p WHERE p.is_open AND (p.unit_id = whose OR EXISTS (
    SELECT 1 FROM public.referral r WHERE r.petition_id = p.id AND r.to_unit_id = whose AND r.purpose = 'action'
    AND r.acted_at IS NULL))
$$;

-- How many open petitions a person holds, by unit and state: of the units that whoever asks manages; for an
-- administrator of all, as numbers only.
CREATE OR REPLACE FUNCTION app.held_by(whose bigint) RETURNS TABLE (unit_id bigint, status text, held integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT p.unit_id, p.status::text, count(*)::integer FROM public.petition p
    WHERE p.assignee_id = whose AND p.is_open
      AND (app.is_program() OR app.has_role('administrator', NULL)
           OR (p.unit_id IS NOT NULL AND app.has_role('manager', p.unit_id)))
    GROUP BY p.unit_id, p.status;
END $$;

-- A unit is not retired while it holds open petitions.
CREATE OR REPLACE FUNCTION app.guard_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.active AND NOT NEW.active AND app.open_in_unit(OLD.id) > 0 THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'the unit holds open petitions';
  END IF;
  RETURN NEW;
END $$;

-- The parts of a file come one after the other, in the transaction that added it, and have no more bytes than its row says.
-- A row that was changed in this transaction looks as new as one that was added: the moment tells them apart. `xmin` lacks
-- the epoch, and nobody sees what another transaction in progress wrote.
CREATE OR REPLACE FUNCTION app.guard_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  whole integer;
  last integer;
  stored bigint;
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  SELECT f.size INTO whole FROM public.stored_file f
    WHERE f.id = NEW.file_id AND f.added_by_id = app.me() AND f.removed_at IS NULL AND f.added_at >= now()
      AND pg_xact_status((((pg_current_xact_id()::text::bigint >> 32) << 32) | f.xmin::text::bigint)::text::xid8)
        = 'in progress';
  IF NOT FOUND THEN
    RAISE insufficient_privilege USING MESSAGE = 'a file is stored in the transaction of its act';
  END IF;
  SELECT coalesce(max(p.number), 0), coalesce(sum(octet_length(p.content)), 0) INTO last, stored
    FROM public.stored_part p WHERE p.file_id = NEW.file_id;
  IF NEW.number IS DISTINCT FROM last + 1 OR coalesce(octet_length(NEW.content), 0) = 0
     OR stored + octet_length(NEW.content) > whole THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a file is stored with its content';
  END IF;
  RETURN NEW;
END $$;

-- At the end of the transaction a file has as many bytes as its row, and the event of the act, say. The digest is
-- compared by whoever reads it.
CREATE OR REPLACE FUNCTION app.check_file_whole() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND (SELECT sum(octet_length(p.content)) FROM public.stored_part p WHERE p.file_id = NEW.id)
       IS DISTINCT FROM NEW.size THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a file is stored with its content';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER guard_new BEFORE INSERT ON petition
  FOR EACH ROW EXECUTE FUNCTION app.guard_new_petition();

CREATE OR REPLACE TRIGGER holds_nothing BEFORE UPDATE ON unit
  FOR EACH ROW EXECUTE FUNCTION app.guard_unit();

CREATE OR REPLACE TRIGGER guard_part BEFORE INSERT ON stored_part
  FOR EACH ROW EXECUTE FUNCTION app.guard_part();

DROP TRIGGER IF EXISTS file_is_whole ON stored_file;
CREATE CONSTRAINT TRIGGER file_is_whole AFTER INSERT ON stored_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_file_whole();
