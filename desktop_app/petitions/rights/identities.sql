-- The identifiers of petitioners (`petitions/identities.py`): whoever works on a petition reads them, and an event says so.

-- A transaction that is rolled back leaves no event. So reading takes two: one writes the event, and these give the
-- identifiers once it is committed. An event of the own transaction has its number, or a later one: no age.

-- The beginning of today in Tehran.
CREATE OR REPLACE FUNCTION app.midnight(moment timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT date_trunc('day', moment AT TIME ZONE 'Asia/Tehran') AT TIME ZONE 'Asia/Tehran'
$$;

-- Those of the asked petitions whose identifiers a person has read since a moment: of one alone, or also in lists.
CREATE OR REPLACE FUNCTION app.read_since(
  asked bigint[], reader bigint, since timestamptz, committed boolean, listed boolean)
RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  alone bigint[];
BEGIN
  SELECT array_agg(DISTINCT e.item_id) INTO alone FROM public.event e
    WHERE e.item_type IN ('petition', 'reading') AND e.item_id = ANY (asked) AND e.action = 'revealed'
      AND e.actor_id IS NOT DISTINCT FROM reader AND e.at >= since AND (NOT committed OR age(e.xmin) > 0);
  RETURN QUERY SELECT unnest(alone);
  IF NOT listed OR alone @> asked THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT DISTINCT item.number::bigint FROM public.event e
    CROSS JOIN LATERAL json_array_elements_text(e.after -> 'petitions') AS item (number)
    WHERE e.item_type = 'readings' AND e.item_id = coalesce(reader, 0) AND e.at >= since
      AND (NOT committed OR age(e.xmin) > 0) AND item.number::bigint = ANY (asked)
      AND item.number::bigint <> ALL (coalesce(alone, '{}'));
END $$;

-- Whether a petition has identifiers: its sender's, or those of who wrote further texts.
CREATE OR REPLACE FUNCTION app.has_identifiers(whose bigint, sender bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.petitioner_identity i WHERE i.petitioner_id = sender)
    OR EXISTS (SELECT 1 FROM public.petition_message m JOIN public.message_sender s ON s.message_id = m.id
      WHERE m.petition_id = whose)
$$;

-- The identifiers of the senders of petitions that whoever asks has read today; empty for a petition whose sender left
-- none. The program itself reads all of them.
CREATE OR REPLACE FUNCTION app.identities(asked bigint[])
RETURNS TABLE (petition bigint, national_id text, mobile text, email text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT p.id, i.national_id::text, i.mobile::text, i.email::text
    FROM public.petition p LEFT JOIN public.petitioner_identity i ON i.petitioner_id = p.petitioner_id
    WHERE p.id = ANY (CASE WHEN app.is_program() THEN asked
      ELSE ARRAY(SELECT app.read_since(asked, app.me(), app.midnight(clock_timestamp()), true, true)) END);
END $$;

-- The names under which a number or the address of a petition's sender is known, for whoever has read these today.
CREATE OR REPLACE FUNCTION app.known_names(asked bigint) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(DISTINCT o.name::text) FROM public.petition p
    JOIN public.petitioner_identity i ON i.petitioner_id = p.petitioner_id
    JOIN public.petitioner_identity j ON j.mobile_key = i.mobile_key OR j.national_id_key = i.national_id_key
      OR lower(j.email) = lower(i.email)
    JOIN public.petitioner o ON o.id = j.petitioner_id
    WHERE p.id = asked AND o.name <> '' AND EXISTS (SELECT 1 FROM app.identities(ARRAY[asked]))
$$;

-- Notes that whoever asks reads the identifiers of petitions that they work on and have not read today: one event for one
-- petition, one for a list. Returns how many are new. The program itself says who reads, and when.
CREATE OR REPLACE FUNCTION app.read_identities(asked bigint[], purpose text, actor bigint, named text, moment timestamptz)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  reader record := app.acting(actor, named, moment);
  program boolean := app.is_program();
  units bigint[] := app.my_units();
  fresh bigint[];
BEGIN
  IF NOT program AND reader.id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody of the staff';
  END IF;
  SELECT array_agg(p.id ORDER BY p.id) INTO fresh
    FROM public.petition p
    WHERE p.id = ANY (asked) AND app.has_identifiers(p.id, p.petitioner_id) AND (program OR p.unit_id = ANY (units)
      OR p.assignee_id = reader.id OR p.unit_id IS NULL AND app.at_desk());
  IF fresh IS NULL THEN
    RETURN 0;
  END IF;
  fresh := ARRAY(SELECT n FROM unnest(fresh) n EXCEPT
    SELECT app.read_since(fresh, reader.id, app.midnight(reader.at), false, purpose <> '') ORDER BY 1);
  IF cardinality(fresh) = 0 THEN
    RETURN 0;
  END IF;
  IF cardinality(fresh) = 1 AND purpose = '' THEN
    PERFORM app.append_reading(fresh[1], reader.id, reader.name, reader.at);
  ELSE
    PERFORM app.append_reading_event('readings', 'revealed', json_build_object('purpose', left(purpose, 40),
      'count', cardinality(fresh), 'petitions', to_json(fresh)), reader.id, reader.name, reader.at);
  END IF;
  RETURN cardinality(fresh);
END $$;

-- Opening a petition, which nearly every act of the desk begins with: it is marked as read as it stands, and its
-- identifiers are, by whoever works on it (as in `app.read_identities`). Returns the moment.
CREATE OR REPLACE FUNCTION app.open_petition(whose bigint, actor bigint, named text, moment timestamptz)
RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint[] := app.my_reach();
  program boolean := app.is_program();
  reader record := app.acting(actor, named, moment);
  p record;
BEGIN
  IF NOT program AND reader.id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody of the staff';
  END IF;
  SELECT q.version, q.unit_id, q.assignee_id, app.has_identifiers(q.id, q.petitioner_id) AS known INTO p
    FROM public.petition q WHERE q.id = whose
      AND (coalesce(q.unit_id, 0) = ANY (mine) OR -q.assignee_id = ANY (mine) OR q.reach && mine);
  IF NOT FOUND THEN
    RETURN reader.at;
  END IF;
  IF p.known AND (program OR p.unit_id IS NULL OR p.assignee_id = reader.id OR p.unit_id = ANY (app.my_units()))
      AND NOT EXISTS (SELECT 1 FROM public.event e WHERE e.item_type IN ('petition', 'reading') AND e.item_id = whose
        AND e.action = 'revealed' AND e.actor_id IS NOT DISTINCT FROM reader.id AND e.at >= app.midnight(reader.at)) THEN
    PERFORM app.append_reading(whose, reader.id, reader.name, reader.at);
  END IF;
  IF reader.id IS NOT NULL THEN
    INSERT INTO public.petition_seen AS s (petition_id, person_id, version) VALUES (whose, reader.id, p.version)
      ON CONFLICT (petition_id, person_id) DO UPDATE SET version = excluded.version WHERE s.version <> excluded.version;
  END IF;
  RETURN reader.at;
END $$;

-- Adds to the identity on file of the petitioner of a notice what was missing, before the act `identity_completed`
-- (`petitions/registration/identity.py`); returns the petitioner: another one that is known by the national ID, or the own.
-- Nothing is overwritten. The petition is found by the new name and numbers.
CREATE OR REPLACE FUNCTION app.complete_petitioner(whose bigint, contact jsonb, actor bigint, named text, moment timestamptz)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  adder record := app.acting(actor, named, moment);
  p public.petition;
  known public.petitioner_identity;
  new jsonb := jsonb_build_object('national_id', nullif(contact->>'national_id', ''), 'mobile', nullif(contact->>'mobile', ''),
    'email', nullif(contact->>'email', ''));
  added text[];
  found_one bigint;
BEGIN
  SELECT q.* INTO p FROM public.petition q WHERE q.id = whose FOR NO KEY UPDATE;
  IF p.id IS NULL OR NOT (app.is_program() OR app.has_role('clerk', p.unit_id) OR app.has_role('manager', p.unit_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only who works on a notice completes it';
  END IF;
  IF NOT p.notice OR NOT p.is_open OR p.masked_at IS NOT NULL THEN
    RETURN p.petitioner_id;
  END IF;
  IF new->>'national_id' !~ '^[0-9]{10}$' OR new->>'mobile' !~ '^[0-9]{11}$' OR new->>'email' !~ '^[^@]+@[^@]+$'
     OR length(contact->>'name') > 400 OR length(contact->>'terms') > 4000 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such identity';
  END IF;
  PERFORM app.make_number_secret();
  PERFORM app.must_have_asked(app.number_keys(ARRAY[new->>'national_id', new->>'mobile']));
  IF p.petitioner_id IS NULL OR EXISTS (SELECT 1 FROM public.petitioner_identity i
       WHERE i.national_id_key = app.number_key(new->>'national_id') AND i.petitioner_id <> p.petitioner_id) THEN
    found_one := (app.recognise(jsonb_build_array(contact), actor, named, moment))[1];
  ELSE
    found_one := p.petitioner_id;
    SELECT i.* INTO known FROM public.petitioner_identity i WHERE i.petitioner_id = found_one FOR UPDATE;
    added := array_remove(ARRAY[CASE WHEN known.national_id IS NULL AND new->>'national_id' <> '' THEN 'national_id' END,
      CASE WHEN known.mobile IS NULL AND new->>'mobile' <> '' THEN 'mobile' END,
      CASE WHEN known.email IS NULL AND new->>'email' <> '' THEN 'email' END], NULL);
    UPDATE public.petitioner c SET name = contact->>'name', name_key = contact->>'name_key'
      WHERE c.id = found_one AND c.name = '' AND contact->>'name' <> '';
    IF cardinality(added) > 0 THEN
      INSERT INTO public.petitioner_identity AS i (petitioner_id, national_id, mobile, email, national_id_key, mobile_key)
        VALUES (found_one, new->>'national_id', new->>'mobile', new->>'email', app.number_key(new->>'national_id'),
          app.number_key(new->>'mobile'))
        ON CONFLICT (petitioner_id) DO UPDATE SET national_id = coalesce(i.national_id, excluded.national_id),
          mobile = coalesce(i.mobile, excluded.mobile), email = coalesce(i.email, excluded.email),
          national_id_key = coalesce(i.national_id_key, excluded.national_id_key),
          mobile_key = coalesce(i.mobile_key, excluded.mobile_key);
      PERFORM app.mask_identity(found_one);
      PERFORM app.append_event('petitioner', found_one, 'petitioner_completed',
        json_build_object('fields', to_json(added)), adder.id, adder.name, adder.at);
    END IF;
  END IF;
  UPDATE public.petition_search s SET document = s.document || strip(to_tsvector('simple', coalesce(contact->>'terms', '')))
      || array_to_tsvector(coalesce((SELECT app.number_keys(ARRAY[i.national_id, i.mobile])
        FROM public.petitioner_identity i WHERE i.petitioner_id = found_one), '{}'))
    WHERE s.petition_id = whose;
  RETURN found_one;
END $$;

-- Appends the event of a reading of one petition.
CREATE OR REPLACE FUNCTION app.append_reading(whose bigint, reader bigint, named text, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.petition p WHERE p.id = whose FOR NO KEY UPDATE;
  PERFORM app.append_event('reading', whose, 'revealed', '{}', reader, named, moment);
END $$;
