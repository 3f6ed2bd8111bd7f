-- What submissions said as they came (`intake/staging/originals.py`): masked on arrival, and given after an event.

-- A payload without identifiers; what is nested is no submission that can be taken in, and is hidden as a whole.
CREATE OR REPLACE FUNCTION app.masked_payload(given json) RETURNS json
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE json_typeof(given)
    WHEN 'object' THEN (SELECT coalesce(json_object_agg(one.key, app.masked_value(one.value)), '{}') FROM json_each(given) one)
    ELSE app.masked_value(given) END
$$;

CREATE OR REPLACE FUNCTION app.masked_value(given json) RETURNS json
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN json_typeof(given) IN ('object', 'array') THEN to_json('•••'::text)
    WHEN json_typeof(given) IN ('string', 'number') AND app.identifies(given #>> '{}')
      THEN to_json(app.masked(given #>> '{}'))
    ELSE given END
$$;

-- The key of a row of a file has the numbers in it: nobody may try them.
CREATE OR REPLACE FUNCTION app.key_submission() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.row_key := app.row_key_of('submission:', NEW.row_key);
  RETURN NEW;
END $$;

-- Moves what came to where no login reads it. It happens after the insertion: a row that is there already brings none.
CREATE OR REPLACE FUNCTION app.withhold_submission() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  readable json := app.masked_payload(NEW.payload);
  mended_readable json := app.masked_payload(NEW.mended);
BEGIN
  IF readable::jsonb IS DISTINCT FROM NEW.payload::jsonb OR mended_readable::jsonb IS DISTINCT FROM NEW.mended::jsonb THEN
    INSERT INTO public.submission_original (submission_id, payload, mended) VALUES (NEW.id, NEW.payload, NEW.mended);
    UPDATE public.intake_submission i SET payload = readable, mended = mended_readable WHERE i.id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER key_submission BEFORE INSERT ON intake_submission
  FOR EACH ROW WHEN (NEW.row_key IS NOT NULL) EXECUTE FUNCTION app.key_submission();
CREATE OR REPLACE TRIGGER withhold_submission AFTER INSERT ON intake_submission
  FOR EACH ROW EXECUTE FUNCTION app.withhold_submission();

-- Retention empties a submission (`petitions/retention`), and its original goes.
CREATE OR REPLACE FUNCTION app.forget_original() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.submission_original o WHERE o.submission_id = NEW.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER forget_original AFTER UPDATE OF payload ON intake_submission
  FOR EACH ROW WHEN (NEW.payload::text = '{}') EXECUTE FUNCTION app.forget_original();

-- Those of some submissions that whoever asks may read as they came: who takes in for the office; an administrator as long
-- as they were not taken in; then who works on the petition, or reads the senders of the draft.
CREATE OR REPLACE FUNCTION app.may_read_submissions(asked bigint[]) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  whole_office boolean := app.office_wide();
  administers boolean := app.has_role('administrator', NULL);
  reviews boolean := app.has_role('reviewer', NULL);
  units bigint[] := app.my_units();
BEGIN
  RETURN QUERY SELECT i.id FROM public.intake_submission i WHERE i.id = ANY (asked) AND (whole_office
    OR administers AND i.state <> 'done'
    OR i.item_type IN ('petition', 'answer', 'message') AND EXISTS (SELECT 1 FROM public.petition p
      WHERE p.id = CASE i.item_type WHEN 'message'
        THEN (SELECT m.petition_id FROM public.petition_message m WHERE m.id = i.item_id) ELSE i.item_id END
        AND (p.unit_id = ANY (units) OR p.assignee_id = app.me() OR p.unit_id IS NULL AND app.at_desk()))
    OR i.item_type = 'comment' AND EXISTS (SELECT 1 FROM public.public_comment c
      JOIN public.instrument d ON d.id = c.instrument_id WHERE c.id = i.item_id AND c.hidden_reason IS NULL
        AND (reviews OR d.unit_id = ANY (units) OR app.has_role('manager', d.unit_id))));
END $$;

-- Those of some submissions that a person has read since a moment.
CREATE OR REPLACE FUNCTION app.submissions_read(asked bigint[], reader bigint, since timestamptz, committed boolean)
RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT item.number::bigint FROM public.event e
    CROSS JOIN LATERAL json_array_elements_text(e.after -> 'submissions') AS item (number)
    WHERE e.item_type = 'readings' AND e.item_id = coalesce(reader, 0) AND e.at >= since
      AND (NOT committed OR age(e.xmin) > 0) AND item.number::bigint = ANY (asked)
$$;

-- Notes that whoever asks reads submissions that have identifiers and that they have not read today: one event for all.
-- The program itself says who reads, and when.
CREATE OR REPLACE FUNCTION app.read_submissions(asked bigint[], actor bigint, named text, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  reader record := app.acting(actor, named, moment);
  fresh bigint[] := ARRAY(SELECT o.submission_id FROM public.submission_original o WHERE o.submission_id = ANY (asked));
BEGIN
  IF NOT app.is_program() THEN
    IF reader.id IS NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'nobody of the staff';
    END IF;
    fresh := ARRAY(SELECT app.may_read_submissions(fresh));
  END IF;
  fresh := ARRAY(SELECT n FROM unnest(fresh) n
    EXCEPT SELECT app.submissions_read(fresh, reader.id, app.midnight(reader.at), false) ORDER BY 1);
  IF cardinality(fresh) = 0 THEN
    RETURN;
  END IF;
  PERFORM app.append_reading_event('readings', 'revealed', json_build_object('purpose', 'submissions',
    'count', cardinality(fresh), 'submissions', to_json(fresh), 'petitions', '[]'::json), reader.id, reader.name, reader.at);
END $$;

-- What submissions said: those that whoever asks has read today, or that hide nothing and that they may read.
CREATE OR REPLACE FUNCTION app.submissions(asked bigint[]) RETURNS TABLE (submission bigint, payload json, mended json)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  readable bigint[] := CASE WHEN app.is_program() THEN asked ELSE ARRAY(SELECT app.may_read_submissions(asked)) END;
  noted bigint[] := CASE WHEN app.is_program() THEN asked
    ELSE ARRAY(SELECT app.submissions_read(asked, app.me(), app.midnight(clock_timestamp()), true)) END;
BEGIN
  RETURN QUERY SELECT i.id, CASE WHEN o.submission_id IS NULL THEN i.payload ELSE o.payload END,
      CASE WHEN o.submission_id IS NULL THEN i.mended ELSE o.mended END
    FROM public.intake_submission i LEFT JOIN public.submission_original o ON o.submission_id = i.id
    WHERE i.id = ANY (asked) AND (i.id = ANY (noted) OR o.submission_id IS NULL AND i.id = ANY (readable));
END $$;

-- Puts a corrected payload beside what came, with its event, and queues the submission again; false for one that is not in
-- quarantine. Whoever mends has read it. The program itself says who mends, and when.
CREATE OR REPLACE FUNCTION app.mend_submission(number bigint, given json, actor bigint, named text, moment timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  readable json := app.masked_payload(given);
  mender record := app.acting(actor, named, moment);
  hides boolean;
  latest jsonb;
  changed text[];
BEGIN
  IF NOT (app.is_program() OR app.office_wide() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only who takes in for the office, or an administrator, mends';
  END IF;
  IF json_typeof(given) IS DISTINCT FROM 'object' OR length(given::text) > 1000000 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such submission';
  END IF;
  SELECT o.submission_id IS NOT NULL, CASE WHEN o.submission_id IS NULL THEN coalesce(i.mended, i.payload)
      ELSE coalesce(o.mended, o.payload) END::jsonb INTO hides, latest
    FROM public.intake_submission i LEFT JOIN public.submission_original o ON o.submission_id = i.id
    WHERE i.id = number AND i.state = 'quarantined' FOR UPDATE OF i;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF hides AND NOT app.is_program()
     AND NOT EXISTS (SELECT app.submissions_read(ARRAY[number], mender.id, app.midnight(mender.at), true)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'what is mended was read before';
  END IF;
  IF jsonb_typeof(latest) IS DISTINCT FROM 'object' THEN
    latest := '{}';
  END IF;
  changed := ARRAY(SELECT name FROM jsonb_object_keys(latest || given::jsonb) AS name
    WHERE nullif(latest -> name, 'null') IS DISTINCT FROM nullif(given::jsonb -> name, 'null') ORDER BY name COLLATE "C");
  PERFORM app.append_event('intake', number, 'intake_mended', json_build_object('fields', to_json(changed)),
    mender.id, mender.name, mender.at);
  UPDATE public.intake_submission i SET mended = readable, state = 'waiting', reason = '' WHERE i.id = number;
  INSERT INTO public.submission_original AS o (submission_id, payload, mended)
    SELECT i.id, i.payload, given FROM public.intake_submission i WHERE i.id = number
      AND (readable::jsonb IS DISTINCT FROM given::jsonb OR hides)
    ON CONFLICT (submission_id) DO UPDATE SET mended = excluded.mended;
  RETURN true;
END $$;
