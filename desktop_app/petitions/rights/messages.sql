-- Adds words to those that a petition is found by: of texts, one after the other, as many as a document holds (1 MB). What
-- brings no new word leaves the row as it is.
CREATE OR REPLACE FUNCTION app.find_by(whose bigint, texts text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kept tsvector := (SELECT strip(s.document) FROM public.petition_search s WHERE s.petition_id = whose);
  words integer := length(kept);
  fresh tsvector;
  one text;
BEGIN
  FOREACH one IN ARRAY coalesce(texts, '{}') LOOP
    fresh := strip(to_tsvector('simple', coalesce(one, '')));
    IF pg_column_size(kept) + pg_column_size(fresh) < 1000000 THEN
      kept := kept || fresh;
    END IF;
  END LOOP;
  IF length(kept) > words THEN
    UPDATE public.petition_search s SET document = kept WHERE s.petition_id = whose;
  END IF;
END $$;

-- What petitioners write to a petition that is there already (`petitions/messages.py`): a code that was told to them alone
-- leads there, whoever of the desk brings the text, and whoever sees the petition.
CREATE OR REPLACE FUNCTION app.write_again(asked jsonb)
RETURNS TABLE (told text, petition bigint, message bigint, fresh boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  mine bigint := app.me();
  who text := coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text);
  one jsonb;
  root bigint;
  mobile text;
  email text;
  made bigint;
  came bigint[] := '{}';
  said text[] := '{}';
  p record;
BEGIN
  IF app.is_program() THEN
    moment := (asked->>'at')::timestamptz;
    IF mine IS NULL THEN
      mine := (asked->>'actor_id')::bigint;
      who := asked->>'actor';
    END IF;
  ELSIF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk brings what petitioners write';
  END IF;
  PERFORM app.must_have_asked(ARRAY(SELECT app.row_key(t->>'key') FROM jsonb_array_elements(asked->'texts') AS t
    WHERE t->>'key' LIKE 'content:%'));
  -- Whether a sender is the petitioner is an answer about their number or address.
  PERFORM app.must_have_asked(ARRAY(SELECT DISTINCT app.new_key(lower(t->>'sender'))
    FROM jsonb_array_elements(asked->'texts') AS t WHERE t->>'sender' <> ''));
  FOR one IN SELECT value FROM jsonb_array_elements(asked->'texts') LOOP
    IF (one->>'cause' IN ('code', 'flood', 'changed', 'answer')) IS NOT TRUE THEN
      RAISE invalid_parameter_value USING MESSAGE = 'there is no such cause';
    END IF;
    -- The error about a row that cannot be added would tell whose the petition is.
    IF app.looks_empty(one->>'channel') OR one->>'text' IS NULL OR one->>'received_at' IS NULL OR one->>'sender' IS NULL THEN
      RAISE invalid_parameter_value USING MESSAGE = 'a text has words, a channel and a moment';
    END IF;
    told := one->>'key';
    SELECT m.petition_id, m.id INTO petition, message FROM public.petition_message m WHERE m.identity_key = app.row_key(told);
    IF FOUND THEN
      fresh := false;
      RETURN NEXT;
      CONTINUE;
    END IF;
    -- What was put to another one leads there.
    WITH RECURSIVE way AS (
      SELECT n.place, q.id, q.duplicate_of_id, 0 AS depth
        FROM jsonb_array_elements_text(one->'codes') WITH ORDINALITY AS n (code, place)
        JOIN public.petition q ON q.tracking_code = n.code
      UNION ALL
      SELECT w.place, q.id, q.duplicate_of_id, w.depth + 1 FROM way w JOIN public.petition q ON q.id = w.duplicate_of_id
        WHERE w.depth < 50)
    SELECT q.id, c.mobile, c.email INTO root, mobile, email FROM way w JOIN public.petition q ON q.id = w.id
      LEFT JOIN public.petitioner_identity c ON c.petitioner_id = q.petitioner_id
      WHERE w.duplicate_of_id IS NULL AND q.masked_at IS NULL ORDER BY w.place LIMIT 1;
    IF root IS NULL THEN
      CONTINUE;
    END IF;
    INSERT INTO public.petition_message (petition_id, identity_key, external_id, channel, sender, text, received_at,
        taken_in_at, cause, other_sender)
      VALUES (root, app.row_key(told), one->>'external_id', one->>'channel', app.masked(one->>'sender'), one->>'text',
        (one->>'received_at')::timestamptz, moment, one->>'cause',
        lower(one->>'sender') = '' OR lower(one->>'sender') NOT IN (coalesce(mobile, ''), lower(coalesce(email, ''))))
      RETURNING id INTO made;
    IF one->>'sender' <> '' THEN
      INSERT INTO public.message_sender (message_id, sender) VALUES (made, one->>'sender');
    END IF;
    came := came || made;
    said := array_append(said, one->>'terms');
    petition := root;
    message := made;
    fresh := true;
    RETURN NEXT;
  END LOOP;
  FOR p IN SELECT m.petition_id AS id, count(*)::integer AS texts, bool_or(m.other_sender) AS other_sender,
      array_agg(m.id) AS messages,
      (array_agg(m.channel ORDER BY m.id DESC))[1] AS channel
    FROM public.petition_message m WHERE m.id = ANY (came) GROUP BY m.petition_id ORDER BY m.petition_id LOOP
    PERFORM 1 FROM public.petition q WHERE q.id = p.id FOR NO KEY UPDATE;
    -- The event comes first: what is told of a petition is compared with it as it stands.
    PERFORM app.append_event('petition', p.id, 'wrote_again',
      jsonb_build_object('texts', p.texts, 'channel', p.channel, 'other_sender', p.other_sender, 'vouched',
        app.digests_of_petition_message(p.messages))::json, mine, who, moment);
    UPDATE public.petition q SET changed_at = moment, version = q.version + 1 WHERE q.id = p.id;
    INSERT INTO public.wrote_again AS w (petition_id, texts, unread, last_at) VALUES (p.id, p.texts, true, moment)
      ON CONFLICT (petition_id) DO UPDATE SET texts = w.texts + p.texts, unread = true, last_at = moment;
    PERFORM app.find_by(p.id, ARRAY(SELECT t.terms FROM unnest(came, said) t (id, terms)
      JOIN public.petition_message m ON m.id = t.id WHERE m.petition_id = p.id ORDER BY m.id));
  END LOOP;
END $$;

-- The senders of further texts of petitions that whoever asks has read today (`petitions/follow_ups/service.py`).
CREATE OR REPLACE FUNCTION app.message_senders(asked bigint[]) RETURNS TABLE (message bigint, sender text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  about bigint[] := ARRAY(SELECT DISTINCT m.petition_id FROM public.petition_message m WHERE m.id = ANY (asked));
BEGIN
  IF NOT app.is_program() THEN
    about := ARRAY(SELECT app.read_since(about, app.me(), app.midnight(clock_timestamp()), true, true));
  END IF;
  RETURN QUERY SELECT m.id, s.sender::text FROM public.petition_message m JOIN public.message_sender s ON s.message_id = m.id
    WHERE m.id = ANY (asked) AND m.petition_id = ANY (about);
END $$;

-- The text messages that came from some numbers, for the limit of an hour (`petitions/follow_ups/auto_intake.py`); of the
-- petitions in reach.
CREATE OR REPLACE FUNCTION app.texts_from(mobiles text[], first timestamptz, last timestamptz)
RETURNS TABLE (mobile text, received_at timestamptz, tracking_code text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint[] := app.my_reach();
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk takes in text messages';
  END IF;
  PERFORM app.must_have_asked(app.number_keys(mobiles));
  RETURN QUERY SELECT i.mobile::text, p.received_at, p.tracking_code::text
    FROM public.petitioner_identity i JOIN public.petition p ON p.petitioner_id = i.petitioner_id
    WHERE i.mobile_key = ANY (app.number_keys(mobiles)) AND p.channel = 'sms' AND p.masked_at IS NULL
      AND p.received_at >= first AND p.received_at < last
      AND (coalesce(p.unit_id, 0) = ANY (mine) OR -p.assignee_id = ANY (mine) OR p.reach && mine)
    ORDER BY p.id;
END $$;
