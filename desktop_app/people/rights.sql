-- What is known of a petitioner: who it is anybody of the desk may read, how they are reached nobody reads directly.

-- As `people.petitioners.mask`: all but the last three characters hidden.
CREATE OR REPLACE FUNCTION app.masked(identifier text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(repeat('•', greatest(0, length(identifier) - 3)) || right(identifier, 3), '')
$$;

-- What is left of a number or an address without spaces, marks and scripts of digits; as `people.identity.bare_identifier`.
CREATE OR REPLACE FUNCTION app.bare_identifier(told text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT lower(regexp_replace(translate(told, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'),
    '[-\s().\u00a0\u2000-\u200f\u2010-\u2013\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'))
$$;

-- The mobile number that words are, as it is stored; NULL where they are none.
CREATE OR REPLACE FUNCTION app.mobile_in(told text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT '0' || substring(app.bare_identifier(told), '^(?:\+98|0098|98|0)?(9[0-9]{9})$')
$$;

-- Whether words are a number or an address by which somebody is reached or known, and no day; as
-- `people.identity.identifies`.
CREATE OR REPLACE FUNCTION app.identifies(told text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT length(told) <= 200 AND (told ~ '\S@\S' OR app.bare_identifier(told) ~ '^(\+|ir)?[0-9]{7,26}$'
    AND translate(told, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
      !~ '^\s*(1[34]|20)[0-9]{2}[-.][0-9]{1,2}[-.][0-9]{1,2}([^0-9]|$)')
$$;

-- The petitioners of some contacts, in their order (`people.petitioners.recognise`): by national ID, or by mobile and
-- name, or new; NULL for an anonymous one. What was not known is added, with an event, and nothing is overwritten. The
-- program itself says who adds it, and when.
CREATE OR REPLACE FUNCTION app.recognise(contacts jsonb, actor bigint, named text, moment timestamptz) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  adder record := app.acting(actor, named, moment);
  added text[];
  inner_key bytea;
  outer_key bytea;
  one record;
  known public.petitioner_identity;
  national_key text;
  phone_key text;
  whose bigint;
  ids bigint[] := '{}';
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk registers petitioners';
  END IF;
  PERFORM app.make_number_secret();
  PERFORM app.must_have_asked(app.number_keys(ARRAY(SELECT DISTINCT n FROM jsonb_array_elements(contacts) AS c
    CROSS JOIN LATERAL unnest(ARRAY[c->>'national_id', c->>'mobile']) AS n WHERE n <> '')));
  SELECT s.inner_pad, s.outer_pad INTO inner_key, outer_key FROM public.number_secret s;
  FOR one IN SELECT c.name, c.name_key, c."group", nullif(c.national_id, '') AS national_id, nullif(c.mobile, '') AS mobile,
        nullif(c.email, '') AS email
      FROM ROWS FROM (jsonb_to_recordset(contacts) AS (name text, name_key text, "group" text, national_id text,
        mobile text, email text)) WITH ORDINALITY AS c ORDER BY c.ordinality LOOP
    IF one.name = '' AND coalesce(one.national_id, one.mobile, one.email) IS NULL THEN
      ids := array_append(ids, NULL);
      CONTINUE;
    END IF;
    IF one.national_id !~ '^[0-9]{10}$' OR one.mobile !~ '^[0-9]{11}$' THEN
      RAISE invalid_parameter_value USING MESSAGE = 'no such number';
    END IF;
    national_key := left('k' || encode(sha256(outer_key || sha256(inner_key || convert_to(one.national_id, 'UTF8'))), 'hex'), 40);
    phone_key := left('k' || encode(sha256(outer_key || sha256(inner_key || convert_to(one.mobile, 'UTF8'))), 'hex'), 40);
    known := NULL;
    -- The oldest record of a person takes precedence.
    IF national_key IS NOT NULL THEN
      SELECT i.* INTO known FROM public.petitioner_identity i WHERE i.national_id_key = national_key
        ORDER BY i.petitioner_id LIMIT 1;
    ELSIF phone_key IS NOT NULL THEN
      SELECT i.* INTO known FROM public.petitioner_identity i JOIN public.petitioner p ON p.id = i.petitioner_id
        WHERE i.mobile_key = phone_key AND p.name_key = one.name_key ORDER BY i.petitioner_id LIMIT 1;
    END IF;
    whose := known.petitioner_id;
    IF whose IS NULL THEN
      INSERT INTO public.petitioner (name, name_key, masked_national_id, masked_mobile, masked_email, "group", created_at)
        VALUES (one.name, one.name_key, app.masked(one.national_id), app.masked(one.mobile), app.masked(one.email),
          one."group", adder.at)
        RETURNING id INTO whose;
      IF coalesce(one.national_id, one.mobile, one.email) IS NOT NULL THEN
        INSERT INTO public.petitioner_identity VALUES
          (whose, one.national_id, one.mobile, one.email, national_key, phone_key);
      END IF;
      ids := array_append(ids, whose);
      CONTINUE;
    END IF;
    added := array_remove(ARRAY[CASE WHEN known.national_id IS NULL AND one.national_id IS NOT NULL THEN 'national_id' END,
      CASE WHEN known.mobile IS NULL AND one.mobile IS NOT NULL THEN 'mobile' END,
      CASE WHEN known.email IS NULL AND one.email IS NOT NULL THEN 'email' END], NULL);
    ids := array_append(ids, whose);
    IF cardinality(added) > 0 THEN
      UPDATE public.petitioner_identity i SET national_id = coalesce(i.national_id, one.national_id),
          mobile = coalesce(i.mobile, one.mobile), email = coalesce(i.email, one.email),
          national_id_key = coalesce(i.national_id_key, national_key),
          mobile_key = coalesce(i.mobile_key, phone_key)
        WHERE i.petitioner_id = whose;
      PERFORM app.mask_identity(whose);
      PERFORM app.append_event('petitioner', whose, 'petitioner_completed', json_build_object('fields', to_json(added)),
        adder.id, adder.name, adder.at);
    END IF;
  END LOOP;
  RETURN ids;
END $$;

-- A petitioner is added with a petition of theirs.
CREATE OR REPLACE FUNCTION app.check_petitioner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (SELECT 1 FROM public.petition p WHERE p.petitioner_id = NEW.id) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a petitioner is added with a petition';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS has_petition ON petitioner;
CREATE CONSTRAINT TRIGGER has_petition AFTER INSERT ON petitioner DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_petitioner();

-- Writes beside the name what everybody may read of the identifiers.
CREATE OR REPLACE FUNCTION app.mask_identity(whose bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.petitioner p SET masked_national_id = app.masked(i.national_id), masked_mobile = app.masked(i.mobile),
    masked_email = app.masked(i.email) FROM public.petitioner_identity i WHERE i.petitioner_id = p.id AND p.id = whose
$$;

-- Notes that whoever asks looks a whole number up; false where they asked for too many numbers of nobody within the hour.
-- Only committed look-ups are answered (`app.looked_up`): a transaction that is rolled back leaves no event. Those of the
-- transaction itself count as numbers of nobody, whosever they are, so that the count tells nothing of them.
-- The program itself says who asks, and when.
CREATE OR REPLACE FUNCTION app.look_up(number text, actor bigint, named text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asking record := app.acting(actor, named, moment);
  wanted text;
  missed integer;
BEGIN
  IF NOT app.is_program() AND (asking.id IS NULL OR NOT app.at_desk()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk looks petitioners up';
  END IF;
  IF number IS NULL OR number !~ '^[0-9]{10,11}$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no whole number';
  END IF;
  PERFORM app.make_number_secret();
  wanted := app.number_key(number);
  PERFORM 1 FROM public.person p WHERE p.id = asking.id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM public.event e WHERE e.item_type = 'look_up' AND e.item_id = coalesce(asking.id, 0)
      AND e.at > asking.at - interval '10 minutes' AND e.after->>'number_key' = wanted AND e.after->>'refused' = 'false') THEN
    RETURN true;
  END IF;
  SELECT count(*) INTO missed FROM (SELECT e.after->>'number_key' AS key, bool_or(age(e.xmin) > 0) AS committed
      FROM public.event e
      WHERE e.item_type = 'look_up' AND e.item_id = coalesce(asking.id, 0) AND e.at > asking.at - interval '1 hour'
        AND e.after->>'refused' = 'false' GROUP BY 1) asked
    WHERE NOT asked.committed OR NOT EXISTS (SELECT 1 FROM public.petitioner_identity i WHERE i.national_id_key = asked.key)
      AND NOT EXISTS (SELECT 1 FROM public.petitioner_identity i WHERE i.mobile_key = asked.key);
  PERFORM app.append_reading_event('look_up', 'looked_up', json_build_object('number_key', wanted, 'misses', missed,
    'refused', missed >= 100), asking.id, asking.name, asking.at);
  RETURN missed < 100;
END $$;

-- Whether whoever asks has looked a number up within the hour, and was not refused. The program has.
CREATE OR REPLACE FUNCTION app.has_looked_up(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.is_program() OR EXISTS (SELECT 1 FROM public.event e WHERE e.item_type = 'look_up' AND e.item_id = app.me()
    AND e.at > clock_timestamp() - interval '1 hour' AND e.after->>'number_key' = wanted AND e.after->>'refused' = 'false'
    AND age(e.xmin) > 0)
$$;

-- The petitioners with a number that whoever asks has looked up.
CREATE OR REPLACE FUNCTION app.looked_up(number text) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted text := app.number_key(number);
BEGIN
  IF app.has_looked_up(wanted) THEN
    RETURN QUERY SELECT i.petitioner_id FROM public.petitioner_identity i
      WHERE i.national_id_key = wanted OR i.mobile_key = wanted ORDER BY 1;
  END IF;
END $$;

-- The key of what is asked about: of a row, or of a number or an address.
CREATE OR REPLACE FUNCTION app.asked_key(word text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN word LIKE 'content:%' THEN app.row_key(word) ELSE app.new_key(lower(word)) END
$$;

-- Notes that whoever asks is about to match numbers, or rows that have numbers in their keys (`people/asking.py`). The
-- program itself need not.
CREATE OR REPLACE FUNCTION app.ask(words text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asking bigint := app.me();
  fresh text[];
BEGIN
  IF app.is_program() THEN
    RETURN;
  END IF;
  IF asking IS NULL OR NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk asks about numbers';
  END IF;
  IF cardinality(words) > 2000 THEN
    RAISE program_limit_exceeded USING MESSAGE = 'too many numbers at once';
  END IF;
  fresh := ARRAY(SELECT DISTINCT app.asked_key(w) FROM unnest(words) AS w WHERE w <> '' AND w NOT LIKE 'id:%' ORDER BY 1);
  fresh := app.unasked(fresh);
  IF cardinality(fresh) = 0 THEN
    RETURN;
  END IF;
  PERFORM 1 FROM public.person p WHERE p.id = asking FOR NO KEY UPDATE;
  DELETE FROM public.asked_key a WHERE a.person_id = asking AND a.at < clock_timestamp() - interval '1 hour';
  INSERT INTO public.asked_key (person_id, key, at) SELECT asking, k, clock_timestamp() FROM unnest(fresh) AS k
    ON CONFLICT (person_id, key) DO UPDATE SET at = excluded.at;
  PERFORM app.append_reading_event('look_ups', 'looked_up', json_build_object('count', cardinality(fresh),
    'number_keys', to_json(fresh)), asking, (SELECT full_name FROM public.person WHERE id = asking), clock_timestamp());
END $$;

-- Those of some keys that whoever asks has not asked about in transactions that were committed within the hour.
CREATE OR REPLACE FUNCTION app.unasked(keys text[]) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asking bigint := app.me();
  -- `now()` would stand still in a transaction that is kept open.
  since timestamptz := clock_timestamp() - interval '1 hour';
  missing text[];
BEGIN
  missing := ARRAY(SELECT k FROM unnest(keys) AS k WHERE NOT EXISTS (SELECT 1 FROM public.asked_key a
    WHERE a.person_id = asking AND a.key = k AND a.at > since AND age(a.xmin) > 0));
  IF cardinality(missing) > 0 THEN
    missing := ARRAY(SELECT unnest(missing) EXCEPT SELECT e.after->>'number_key' FROM public.event e
      WHERE e.item_type = 'look_up' AND e.item_id = asking AND e.at > since AND e.after->>'refused' = 'false'
        AND age(e.xmin) > 0 ORDER BY 1);
  END IF;
  RETURN missing;
END $$;

-- Whether whoever asks has asked about all of these keys. The program itself need not.
CREATE OR REPLACE FUNCTION app.has_asked(keys text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.is_program() OR cardinality(app.unasked(keys)) = 0
$$;

CREATE OR REPLACE FUNCTION app.must_have_asked(keys text[]) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.has_asked(keys) THEN
    RAISE insufficient_privilege USING MESSAGE = 'numbers are asked about before they are matched';
  END IF;
END $$;
