-- Retention (`petitions/retention`): an administrator masks the personal data of petitions that are closed for long
-- enough, and sees no other. What is masked where, the program works out; what may be, is looked at here.

-- What keeps a petition back: `label` (kept by the label of the setting), `matter` (another petition or an improvement
-- still hangs on it), or nothing.
CREATE OR REPLACE FUNCTION app.held_back(whose bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM public.petition_label l JOIN public.office o ON o.retention_hold = l.label_id
                 WHERE l.petition_id = whose) THEN 'label'
    WHEN EXISTS (SELECT 1 FROM public.petition o WHERE o.is_open AND o.duplicate_of_id = whose)
      OR EXISTS (SELECT 1 FROM public.petition p JOIN public.petition o ON o.id = p.duplicate_of_id
                 WHERE p.id = whose AND o.is_open)
      OR EXISTS (SELECT 1 FROM public.improvement_petition n JOIN public.improvement i ON i.id = n.improvement_id
                 WHERE n.petition_id = whose AND i.done_on IS NULL) THEN 'matter'
    ELSE '' END
$$;

-- The petitions behind a number that were closed before a moment and are not masked yet, and what keeps them back.
CREATE OR REPLACE FUNCTION app.retention(cut timestamptz, behind bigint, most integer)
RETURNS TABLE (id bigint, held text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  years integer := (SELECT o.retention_years FROM public.office o);
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator masks';
  END IF;
  -- A Jalali year and one of the server differ by a day.
  IF years < 1 OR cut IS NULL OR cut > now() - make_interval(years => years) + interval '2 days' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'not by the rule that is in force';
  END IF;
  RETURN QUERY SELECT p.id, app.held_back(p.id)
    FROM public.petition p
    WHERE p.id > behind AND NOT p.is_open AND p.masked_at IS NULL AND p.resolved_at < cut
    ORDER BY p.id LIMIT most;
END $$;

-- How many there are, and what they hold: numbers only.
CREATE OR REPLACE FUNCTION app.retention_counts(cut timestamptz) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (WITH r AS MATERIALIZED (SELECT * FROM app.retention(cut, 0, 2147483647))
    SELECT json_build_object(
      'petitions', (SELECT count(*) FROM r WHERE r.held = ''),
      'held_by_label', (SELECT count(*) FROM r WHERE r.held = 'label'),
      'held_by_matter', (SELECT count(*) FROM r WHERE r.held = 'matter'),
      'persons', (SELECT count(DISTINCT p.petitioner_id) FROM r JOIN public.petition p ON p.id = r.id WHERE r.held = ''),
      'replies', (SELECT count(*) FROM r JOIN public.reply y ON y.petition_id = r.id WHERE r.held = ''),
      'events', (SELECT count(*) FROM r JOIN public.event e ON e.item_type = 'petition' AND e.item_id = r.id
                 WHERE r.held = ''),
      'files', (SELECT count(*) FROM r JOIN public.stored_file f ON f.item_type = 'petition' AND f.item_id = r.id
                WHERE r.held = ''),
      'aside', (SELECT count(*) FROM public.intake_submission i WHERE i.state = 'aside' AND i.arrived_at < cut
                AND (i.payload::text <> '{}' OR i.attachments::text <> '[]' OR i.mended IS NOT NULL))));
END $$;

-- Empties what was put aside and arrived before a moment, so many at a time: which field was wrong stays, what stood in
-- it goes. Returns how many.
CREATE OR REPLACE FUNCTION app.empty_aside(cut timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  done integer;
BEGIN
  -- Who may, and by which rule, is asked there.
  PERFORM 1 FROM app.retention(cut, 0, 0);
  UPDATE public.intake_submission i SET payload = '{}', mended = NULL, attachments = '[]',
      reason = CASE WHEN i.reason = '' THEN '' ELSE (SELECT json_agg(json_build_object('field', f->>'field',
        'reason', f->>'reason', 'value', ''))::text FROM json_array_elements(i.reason::json) f) END
    WHERE i.id IN (SELECT o.id FROM public.intake_submission o WHERE o.state = 'aside' AND o.arrived_at < cut
      AND (o.payload::text <> '{}' OR o.attachments::text <> '[]' OR o.mended IS NOT NULL) ORDER BY o.id LIMIT most);
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;

-- Those of some petitions that whoever asks has read for masking within the hour.
CREATE OR REPLACE FUNCTION app.read_for_masking(asked bigint[], reader bigint, moment timestamptz, committed boolean)
RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT item.number::bigint FROM public.event e
    CROSS JOIN LATERAL json_array_elements_text(e.after -> 'petitions') AS item (number)
    WHERE e.item_type = 'readings' AND e.item_id = coalesce(reader, 0) AND e.at >= moment - interval '1 hour'
      AND e.after->>'purpose' = 'masking' AND (NOT committed OR age(e.xmin) > 0) AND item.number::bigint = ANY (asked)
$$;

-- Notes that whoever asks reads petitions that are to be masked: one event for all. The program itself says who reads, and
-- when.
CREATE OR REPLACE FUNCTION app.note_masking(asked bigint[], actor bigint, named text, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  reader record := app.acting(actor, named, moment);
  fresh bigint[] := ARRAY(SELECT app.maskable(asked));
BEGIN
  fresh := ARRAY(SELECT n FROM unnest(fresh) n EXCEPT SELECT app.read_for_masking(fresh, reader.id, reader.at, false) ORDER BY 1);
  IF cardinality(fresh) = 0 THEN
    RETURN;
  END IF;
  PERFORM app.append_reading_event('readings', 'revealed', json_build_object('purpose', 'masking',
    'count', cardinality(fresh), 'petitions', to_json(fresh)), reader.id, reader.name, reader.at);
END $$;

-- What a petition holds, for the program to work out what of it is personal: of one that may be masked, and that whoever
-- asks has read for that by an event that was committed.
CREATE OR REPLACE FUNCTION app.personal_data(whose bigint) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.may_mask(whose);
  IF NOT app.is_program() AND NOT EXISTS (SELECT app.read_for_masking(ARRAY[whose], app.me(), clock_timestamp(), true)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'what is read for masking is noted before';
  END IF;
  RETURN (SELECT json_build_object(
      'petition', json_build_object('subject', p.subject, 'about', p.about, 'petitioner_name', p.petitioner_name,
        'tracking_code', p.tracking_code, 'external_id', p.external_id, 'letter_number', p.letter_number),
      'body', coalesce(t.body, ''),
      'petitioner', CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('name', c.name,
        'national_id', i.national_id, 'mobile', i.mobile, 'email', i.email) END,
      'messages', coalesce((SELECT json_agg(json_build_object('id', g.id, 'text', g.text) ORDER BY g.id)
        FROM public.petition_message g WHERE g.petition_id = p.id), '[]'),
      'replies', coalesce((SELECT json_agg(json_build_object('id', y.id, 'text', y.text) ORDER BY y.id)
        FROM public.reply y WHERE y.petition_id = p.id), '[]'),
      'referrals', coalesce((SELECT json_agg(json_build_object('id', f.id, 'order_note', f.order_note) ORDER BY f.id)
        FROM public.referral f WHERE f.petition_id = p.id), '[]'),
      'reminders', coalesce((SELECT json_agg(json_build_object('id', m.id, 'text', m.text) ORDER BY m.id)
        FROM public.reminder m WHERE m.petition_id = p.id), '[]'),
      'files', coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'removed_reason', s.removed_reason)
        ORDER BY s.id) FROM public.stored_file s WHERE s.item_type = 'petition' AND s.item_id = p.id), '[]'),
      'events', coalesce((SELECT json_agg(json_build_object('id', e.id, 'sequence', e.sequence, 'action', e.action,
          'actor_name', e.actor_name, 'before', e.before::text, 'after', e.after::text, 'text', e.text)
        ORDER BY e.sequence) FROM public.event e WHERE e.item_type = 'petition' AND e.item_id = p.id), '[]'))
    FROM public.petition p LEFT JOIN public.petition_text t ON t.petition_id = p.id
      LEFT JOIN public.petitioner c ON c.id = p.petitioner_id
      LEFT JOIN public.petitioner_identity i ON i.petitioner_id = p.petitioner_id
    WHERE p.id = whose);
END $$;

-- Those of some petitions that may be masked: closed for long enough, not kept back, not masked before.
CREATE OR REPLACE FUNCTION app.maskable(asked bigint[]) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  years integer := (SELECT o.retention_years FROM public.office o);
  cut timestamptz := now() - make_interval(years => years) + interval '2 days';
BEGIN
  RETURN QUERY SELECT r.id FROM unnest(asked) AS n CROSS JOIN LATERAL app.retention(cut, n - 1, 1) AS r
    WHERE r.id = n AND r.held = '';
END $$;

CREATE OR REPLACE FUNCTION app.may_mask(whose bigint) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT app.maskable(ARRAY[whose])) THEN
    RAISE insufficient_privilege USING MESSAGE = 'this petition is not to be masked';
  END IF;
END $$;

-- Whether a text only hides letters of another one: of the same length, and where it differs, dots.
CREATE OR REPLACE FUNCTION app.hides(was text, masked text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT was IS NOT DISTINCT FROM masked OR (length(was) = length(masked) AND NOT EXISTS (
    SELECT 1 FROM unnest(string_to_array(was, NULL), string_to_array(masked, NULL)) AS pair (old, new)
    WHERE new <> old AND new <> '•'))
$$;

-- The same for values of an event: their texts only hide letters, and all else is as it was.
CREATE OR REPLACE FUNCTION app.hides(was jsonb, masked jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF jsonb_typeof(was) IS DISTINCT FROM jsonb_typeof(masked) THEN
    RETURN false;
  END IF;
  RETURN CASE jsonb_typeof(was)
    WHEN 'string' THEN app.hides(was #>> '{}', masked #>> '{}')
    WHEN 'object' THEN (SELECT count(*) FROM jsonb_object_keys(was)) = (SELECT count(*) FROM jsonb_object_keys(masked))
      AND NOT EXISTS (SELECT 1 FROM jsonb_each(was) one WHERE NOT coalesce(app.hides(one.value, masked -> one.key), false))
    WHEN 'array' THEN jsonb_array_length(was) = jsonb_array_length(masked) AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(was) WITH ORDINALITY AS one (value, place)
      WHERE NOT coalesce(app.hides(one.value, masked -> (one.place - 1)::integer), false))
    ELSE was = masked END;
END $$;

-- Whether all that is to be written in the place of a petition's words only hides letters.
CREATE OR REPLACE FUNCTION app.hides_only(whose bigint, changes json) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM public.petition p LEFT JOIN public.petition_text t ON t.petition_id = p.id
      WHERE p.id = whose AND NOT (app.hides(p.subject::text, changes->>'subject') AND app.hides(t.body, changes->>'body')
        AND app.hides(p.snippet::text, changes->>'snippet') AND app.hides(p.about::text, changes->>'about'))
    UNION ALL SELECT 1 FROM json_array_elements(changes->'messages') v JOIN public.petition_message g
      ON g.id = (v->>'id')::bigint WHERE NOT app.hides(g.text, v->>'text')
    UNION ALL SELECT 1 FROM json_array_elements(changes->'replies') v JOIN public.reply y
      ON y.id = (v->>'id')::bigint WHERE NOT app.hides(y.text, v->>'text')
    UNION ALL SELECT 1 FROM json_array_elements(changes->'referrals') v JOIN public.referral f
      ON f.id = (v->>'id')::bigint WHERE NOT app.hides(f.order_note, v->>'order_note')
    UNION ALL SELECT 1 FROM json_array_elements(changes->'reminders') v JOIN public.reminder m
      ON m.id = (v->>'id')::bigint WHERE NOT app.hides(m.text, v->>'text')
    UNION ALL SELECT 1 FROM json_array_elements(changes->'files') v JOIN public.stored_file s
      ON s.id = (v->>'id')::bigint
      WHERE v->>'name' !~ '^•••(\.[A-Za-z0-9]{1,5})?$' OR NOT app.hides(s.removed_reason, v->>'removed_reason')
    UNION ALL SELECT 1 FROM json_array_elements(changes->'events') v JOIN public.event e ON e.id = (v->>'id')::bigint
      -- Of the name of a file no more is left than its ending.
      CROSS JOIN LATERAL (SELECT CASE WHEN e.action LIKE 'attachment\_%' THEN 'name' ELSE '' END AS ending) x
      WHERE NOT (app.hides(e.text, v->>'text') AND app.hides(e.before::jsonb, (v->>'before')::jsonb)
        AND app.hides(e.after::jsonb - x.ending, (v->>'after')::jsonb - x.ending)
        AND coalesce((v->>'after')::jsonb->>nullif(x.ending, '') ~ '^•••(\.[A-Za-z0-9]{1,5})?$', true)))
$$;

-- Puts masked words in the place of those that stand there. The event comes first, in the name of who asks: what it does
-- not say of an event before it, the trigger of the history refuses. There is no way back.
CREATE OR REPLACE FUNCTION app.mask(whose bigint, changes json) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  person bigint;
  asked bigint := app.me();
  who text := coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text);
BEGIN
  -- The program itself says who sits before it.
  IF asked IS NULL AND app.is_program() THEN
    asked := (changes->>'actor_id')::bigint;
    who := changes->>'actor';
  END IF;
  SELECT p.petitioner_id INTO person FROM public.petition p WHERE p.id = whose FOR UPDATE;
  PERFORM app.may_mask(whose);
  IF NOT app.hides_only(whose, changes) THEN
    RAISE insufficient_privilege USING MESSAGE = 'masking hides letters and writes none';
  END IF;
  PERFORM app.append_event('petition', whose, 'masked', changes->'told', asked, who, moment);
  UPDATE public.event e SET before = (v->>'before')::json, after = (v->>'after')::json, text = v->>'text'
    FROM json_array_elements(changes->'events') v
    WHERE e.id = (v->>'id')::bigint AND e.item_type = 'petition' AND e.item_id = whose;
  -- Whoever has another petition stays known by that one, and this one is nobody's any more.
  IF person IS NOT NULL AND EXISTS (SELECT 1 FROM public.petition o
       WHERE o.petitioner_id = person AND o.id <> whose AND o.masked_at IS NULL) THEN
    INSERT INTO public.petitioner (name, name_key, "group", created_at)
      SELECT '', changes->>'nameless', c."group", c.created_at FROM public.petitioner c WHERE c.id = person
      RETURNING petitioner.id INTO person;
  ELSE
    UPDATE public.petitioner SET name = '', name_key = changes->>'nameless', masked_national_id = '', masked_mobile = '',
      masked_email = '' WHERE id = person;
    DELETE FROM public.petitioner_identity i WHERE i.petitioner_id = person;
  END IF;
  UPDATE public.petition_seen s SET version = s.version + 1 FROM public.petition p
    WHERE p.id = whose AND s.petition_id = whose AND s.version = p.version;
  UPDATE public.petition p SET subject = changes->>'subject', snippet = changes->>'snippet', about = changes->>'about',
    petitioner_name = '', petitioner_id = person, masked_at = moment, changed_at = moment, version = p.version + 1
    WHERE p.id = whose;
  UPDATE public.petition_text SET body = changes->>'body' WHERE petition_id = whose;
  UPDATE public.petition_message g SET text = v->>'text' FROM json_array_elements(changes->'messages') v
    WHERE g.id = (v->>'id')::bigint AND g.petition_id = whose;
  UPDATE public.petition_message g SET sender = '' WHERE g.petition_id = whose;
  DELETE FROM public.message_sender s USING public.petition_message g WHERE g.id = s.message_id AND g.petition_id = whose;
  UPDATE public.reply y SET text = v->>'text' FROM json_array_elements(changes->'replies') v
    WHERE y.id = (v->>'id')::bigint AND y.petition_id = whose;
  UPDATE public.referral f SET order_note = v->>'order_note' FROM json_array_elements(changes->'referrals') v
    WHERE f.id = (v->>'id')::bigint AND f.petition_id = whose;
  UPDATE public.reminder m SET text = v->>'text' FROM json_array_elements(changes->'reminders') v
    WHERE m.id = (v->>'id')::bigint AND m.petition_id = whose;
  UPDATE public.stored_file s SET name = v->>'name', removed_reason = v->>'removed_reason',
      removed_at = coalesce(s.removed_at, moment), removed_by_id = coalesce(s.removed_by_id, asked)
    FROM json_array_elements(changes->'files') v
    WHERE s.id = (v->>'id')::bigint AND s.item_type = 'petition' AND s.item_id = whose;
  DELETE FROM public.stored_part x USING public.stored_file s
    WHERE s.id = x.file_id AND s.item_type = 'petition' AND s.item_id = whose;
  -- That a letter went out stays known, and under which number.
  UPDATE public.letter l SET page = NULL, addressee = '', enclosure = '', copies = ''
    WHERE l.item_type = 'petition' AND l.item_id = whose;
  UPDATE public.outbox_message m SET subject = '', text = '', address = '', reason = '',
      state = CASE WHEN m.state = 'waiting' THEN 'cancelled' ELSE m.state END WHERE m.petition_id = whose;
  DELETE FROM public.outbox_address a USING public.outbox_message m WHERE m.id = a.message_id AND m.petition_id = whose;
  DELETE FROM public.petition_sketch WHERE petition_id = whose;
  DELETE FROM public.near_equal WHERE other_id = whose
    AND petition_id IN (SELECT n.other_id FROM public.near_equal n WHERE n.petition_id = whose);
  DELETE FROM public.near_equal WHERE petition_id = whose;
  DELETE FROM public.petition_search WHERE petition_id = whose;
  INSERT INTO public.petition_search (petition_id, document) VALUES (whose, strip(to_tsvector('simple', changes->>'terms')));
  PERFORM app.find_by(whose, ARRAY(SELECT t.value FROM json_array_elements_text(changes->'further_terms')
    WITH ORDINALITY AS t (value, place) ORDER BY t.place));
  UPDATE public.intake_submission i SET payload = '{}', mended = NULL, attachments = '[]' FROM public.petition p
    WHERE p.id = whose AND (i.channel = p.channel AND i.external_id = p.external_id
      OR i.item_type IN ('petition', 'answer') AND i.item_id = p.id
      OR i.item_type = 'message' AND i.item_id IN (SELECT g.id FROM public.petition_message g WHERE g.petition_id = p.id));
END $$;


-- Puts a petitioner's data right at their demand (`petitions/registration/correction.py`): in the register and in all of
-- their petitions, also those of other units; of these only the words of the name and the numbers change in search. What
-- stood there before is read here, and the history has no identifiers but masked ones. Returns how many petitions
-- changed; -1 where nothing is other than it was, -2 where the name is no longer the one that the caller saw.
CREATE OR REPLACE FUNCTION app.correct_petitioner(whose bigint, asked jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  mine bigint := app.me();
  who text := coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text);
  within bigint[] := app.my_reach();
  was record;
  identity record;
  former jsonb;
  new jsonb;
  gone text[];
  come text[];
  done integer;
BEGIN
  IF mine IS NULL AND app.is_program() THEN
    mine := (asked->>'actor_id')::bigint;
    who := asked->>'actor';
  ELSIF NOT EXISTS (SELECT 1 FROM public.petition p
      WHERE p.petitioner_id = whose AND app.has_role('manager', p.unit_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only a manager of one of their petitions corrects a petitioner';
  END IF;
  IF app.looks_empty(asked->>'reason') THEN
    RAISE invalid_parameter_value USING MESSAGE = 'a correction has a reason';
  END IF;
  IF asked->>'national_id' !~ '^[0-9]{10}$' OR asked->>'mobile' !~ '^[0-9]{11}$' OR asked->>'email' !~ '^[^@]+@[^@]+$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such identifier';
  END IF;
  -- What is answered, and what is written, tells whether it stood there.
  PERFORM app.must_have_asked(ARRAY(SELECT app.new_key(lower(n)) FROM unnest(
    ARRAY[asked->>'national_id', asked->>'mobile', asked->>'email']) AS n WHERE n <> ''));
  SELECT p.* INTO was FROM public.petitioner p WHERE p.id = whose FOR UPDATE;
  IF was.name IS DISTINCT FROM asked->>'seen' THEN
    RETURN -2;
  END IF;
  SELECT i.* INTO identity FROM public.petitioner_identity i WHERE i.petitioner_id = whose;
  former := jsonb_build_object('name', was.name, 'national_id', coalesce(identity.national_id, ''),
    'mobile', coalesce(identity.mobile, ''), 'email', coalesce(identity.email, ''));
  new := (SELECT coalesce(jsonb_object_agg(f.key, asked->f.key), '{}') FROM jsonb_each_text(former) f
    WHERE coalesce(asked->>f.key, '') NOT IN ('', f.value));
  IF new = '{}' THEN
    RETURN -1;
  END IF;
  UPDATE public.petitioner p SET name = coalesce(new->>'name', p.name),
    name_key = CASE WHEN new ? 'name' THEN asked->>'key' ELSE p.name_key END WHERE p.id = whose;
  IF new - 'name' <> '{}' THEN
    gone := app.number_keys(ARRAY[former->>'national_id', former->>'mobile']);
    PERFORM app.make_number_secret();
    INSERT INTO public.petitioner_identity AS i (petitioner_id, national_id, mobile, email, national_id_key, mobile_key)
      VALUES (whose, new->>'national_id', new->>'mobile', new->>'email', app.number_key(new->>'national_id'),
        app.number_key(new->>'mobile'))
      ON CONFLICT (petitioner_id) DO UPDATE SET national_id = coalesce(excluded.national_id, i.national_id),
        mobile = coalesce(excluded.mobile, i.mobile), email = coalesce(excluded.email, i.email),
        national_id_key = coalesce(excluded.national_id_key, i.national_id_key),
        mobile_key = coalesce(excluded.mobile_key, i.mobile_key);
    PERFORM app.mask_identity(whose);
  END IF;
  come := (SELECT app.number_keys(ARRAY[i.national_id, i.mobile]) FROM public.petitioner_identity i
    WHERE i.petitioner_id = whose);
  -- The words of petitions that the caller sees are told anew.
  UPDATE public.petition_search s SET document = CASE
      WHEN asked->'terms' ? p.id::text
        AND (coalesce(p.unit_id, 0) = ANY (within) OR -p.assignee_id = ANY (within) OR p.reach && within)
        THEN strip(to_tsvector('simple', asked->'terms'->>p.id::text))
      ELSE ts_delete(s.document, ARRAY(SELECT jsonb_array_elements_text(asked->'old')) || coalesce(gone, '{}'))
        || array_to_tsvector(ARRAY(SELECT DISTINCT jsonb_array_elements_text(asked->'new')))
      END || array_to_tsvector(coalesce(come, '{}'))
    FROM public.petition p WHERE p.id = s.petition_id AND p.petitioner_id = whose;
  PERFORM app.find_by(p.id, ARRAY(SELECT jsonb_array_elements_text(asked->'further'->p.id::text)))
    FROM public.petition p WHERE p.petitioner_id = whose AND asked->'further' ? p.id::text;
  INSERT INTO public.event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)
    SELECT 'petition', p.id, coalesce((SELECT max(e.sequence) FROM public.event e
        WHERE e.item_type = 'petition' AND e.item_id = p.id), 0) + 1, moment, mine, who, 'petitioner_corrected',
      (SELECT jsonb_object_agg(f.key, CASE WHEN f.key <> 'name' THEN app.masked(f.value)
          WHEN (asked->>'hides_former')::boolean AND f.value <> '' THEN '•••' ELSE f.value END)
        FROM jsonb_each_text(former) f WHERE new ? f.key),
      (SELECT jsonb_object_agg(f.key, CASE WHEN f.key <> 'name' THEN app.masked(f.value) ELSE f.value END)
        FROM jsonb_each_text(new) f), asked->>'reason'
    FROM public.petition p WHERE p.petitioner_id = whose;
  UPDATE public.petition p SET petitioner_name = coalesce(new->>'name', p.petitioner_name), changed_at = moment,
    version = p.version + 1 WHERE p.petitioner_id = whose;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;
