-- Questions how satisfied petitioners are (`petitions/satisfaction`). To whom one was sent lies in `outbox_address`, which no
-- login reads.

-- A number or an address as it is compared: a mobile number as it is stored, an address in small letters.
CREATE OR REPLACE FUNCTION app.answers_from(told text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN told ~ '@' THEN lower(btrim(told))
    ELSE coalesce(app.mobile_in(told), app.bare_identifier(told)) END
$$;

-- The petitions about which somebody was asked at some numbers and addresses. Whoever asks has asked about them.
CREATE OR REPLACE FUNCTION app.asked_at(addresses text[]) RETURNS TABLE (address text, petition bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.office_wide() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only who takes in for the whole office puts answers to questions';
  END IF;
  PERFORM app.must_have_asked(ARRAY(SELECT app.number_key(lower(a)) FROM unnest(addresses) AS a WHERE a <> ''));
  RETURN QUERY SELECT DISTINCT lower(a.address), m.petition_id FROM public.outbox_address a
      JOIN public.outbox_message m ON m.id = a.message_id
    WHERE lower(a.address) IN (SELECT lower(one) FROM unnest(addresses) AS one) AND m.kind = 'satisfaction';
END $$;

-- Whether a submission, as it came, is an answer from where the petition's question went: the first number in one of its
-- texts is the mark, or it names the mark and a person settles it. Nobody learns of a number that they have not asked about.
CREATE OR REPLACE FUNCTION app.is_answer(whose bigint, submission bigint, mark integer, settles boolean) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.intake_submission i LEFT JOIN public.submission_original o ON o.submission_id = i.id
      CROSS JOIN LATERAL (SELECT CASE WHEN o.submission_id IS NULL THEN i.payload ELSE o.payload END AS payload) came
      WHERE i.id = submission AND i.state = CASE WHEN settles THEN 'quarantined' ELSE 'waiting' END
        AND (settles OR i.mended IS NULL) AND json_typeof(came.payload) = 'object'
        AND EXISTS (SELECT 1 FROM json_each_text(came.payload) said
          JOIN public.outbox_message m ON m.petition_id = whose AND m.kind = 'satisfaction'
          JOIN public.outbox_address a ON a.message_id = m.id
          WHERE app.answers_from(said.value) = lower(a.address)
            AND app.has_asked(ARRAY[app.number_key(lower(a.address))]))
        AND EXISTS (SELECT 1 FROM json_each_text(came.payload) said
          CROSS JOIN LATERAL (SELECT translate(said.value, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789') AS latin) t
          WHERE NOT app.identifies(said.value)
            AND CASE WHEN settles THEN strpos(t.latin, mark::text) > 0 ELSE substring(t.latin, '[0-9]+') = mark::text END))
$$;

-- The message of a question is written with the question, by its act; an index lets it be one. It is looked at in the end:
-- the statement of the act writes both.
CREATE OR REPLACE FUNCTION app.check_question() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.satisfaction_question q WHERE q.petition_id = NEW.petition_id AND q.way = NEW.way) THEN
    RAISE insufficient_privilege USING MESSAGE = 'how satisfied somebody is, is asked by its act';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS belongs_to_question ON outbox_message;
CREATE CONSTRAINT TRIGGER belongs_to_question AFTER INSERT ON outbox_message DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'satisfaction' AND NEW.again_of_id IS NULL) EXECUTE FUNCTION app.check_question();
