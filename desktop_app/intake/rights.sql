-- What was handed in is taken once.

-- What is left of words that are the same to `persian.text.fold`: the letters that it never makes one of another.
CREATE OR REPLACE FUNCTION app.skeleton(words text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(lower(normalize(coalesce(words, ''), NFKC)), '[^a-zبپتثجچحخدذرزژسشصضطظعغفقلمنگ]', '', 'g')
$$;

-- A sender's own number as a petition keeps it: Latin digits, one line, no marks of direction; NULL: none.
CREATE OR REPLACE FUNCTION app.own_number(told text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT nullif(btrim(regexp_replace(regexp_replace(
    translate(told, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'),
    '[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]', '', 'g'), '[\s\u00a0\u2000-\u200a\u3000]+', ' ', 'g')), '')
$$;

-- What was handed in: it is taken once, and only where there is what it became (the same sender's number on the same
-- channel, or the same words); nobody puts it away otherwise.
CREATE OR REPLACE FUNCTION app.guard_intake() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  payload json := coalesce(NEW.mended, NEW.payload);
  told text[];
  own text := app.own_number(NEW.external_id);
  became record;
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  -- What came nobody of the staff may write (`intake/rights.py`), but the functions that mask, which empty it.
  IF NEW.payload::text = '{}' AND NEW.attachments::text = '[]' AND NEW.mended IS NULL
     AND (OLD.payload::text <> '{}' OR OLD.attachments::text <> '[]'
       OR (NEW.state, NEW.reason) IS NOT DISTINCT FROM (OLD.state, OLD.reason))
     AND (NEW.handled_at, NEW.item_type, NEW.item_id, NEW.row_key, NEW.was_there) IS NOT DISTINCT FROM
       (OLD.handled_at, OLD.item_type, OLD.item_id, OLD.row_key, OLD.was_there) THEN
    RETURN NEW;
  END IF;
  IF OLD.state = 'done' THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was taken in is settled';
  END IF;
  IF NEW.state NOT IN ('waiting', 'done', 'quarantined', 'aside') THEN
    RAISE insufficient_privilege USING MESSAGE = 'there is no such state';
  END IF;
  -- Put aside for good is what is in quarantine, as it stands there, and from there it comes back.
  IF 'aside' IN (OLD.state, NEW.state) THEN
    IF (OLD.state, NEW.state) NOT IN (('quarantined', 'aside'), ('aside', 'quarantined'))
       OR (NEW.reason, NEW.mended::text, NEW.handled_at, NEW.item_type, NEW.item_id, NEW.row_key, NEW.was_there)
         IS DISTINCT FROM
          (OLD.reason, OLD.mended::text, OLD.handled_at, OLD.item_type, OLD.item_id, OLD.row_key, OLD.was_there) THEN
      RAISE insufficient_privilege USING MESSAGE = 'what is put aside comes from quarantine and goes back there';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> 'done' THEN
    -- Until then it waits, or is in quarantine with what is wrong.
    IF (NEW.item_type, NEW.item_id, NEW.row_key, NEW.was_there) IS DISTINCT FROM
         (OLD.item_type, OLD.item_id, OLD.row_key, OLD.was_there)
       OR NEW.state = OLD.state AND (NEW.reason, NEW.handled_at) IS DISTINCT FROM (OLD.reason, OLD.handled_at)
       OR NEW.state = 'waiting' AND NEW.reason <> '' THEN
      RAISE insufficient_privilege USING MESSAGE = 'what waits stays as it is';
    END IF;
    RETURN NEW;
  END IF;
  -- An answer was put to its question by the act, which has compared it.
  IF NEW.item_type = 'answer' AND EXISTS (SELECT 1 FROM public.satisfaction_question q
       WHERE q.petition_id = NEW.item_id AND q.submission_id = NEW.id) THEN
    RETURN NEW;
  END IF;
  SELECT found.* INTO became FROM (
    SELECT p.channel, p.external_id, p.received_at, p.masked_at, t.body
      FROM public.petition p LEFT JOIN public.petition_text t ON t.petition_id = p.id
      WHERE NEW.item_type = 'petition' AND p.id = NEW.item_id
    UNION ALL SELECT c.channel, c.external_id, c.received_at, NULL, c.text
      FROM public.public_comment c WHERE NEW.item_type = 'comment' AND c.id = NEW.item_id
    UNION ALL SELECT m.channel, m.external_id, m.received_at, p.masked_at, m.text
      FROM public.petition_message m JOIN public.petition p ON p.id = m.petition_id
      WHERE NEW.item_type = 'message' AND m.id = NEW.item_id) found;
  IF NOT FOUND OR json_typeof(payload) IS DISTINCT FROM 'object' THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was handed in becomes a petition or a comment';
  END IF;
  -- The numbers in it are compared for whoever has read them.
  payload := coalesce((SELECT coalesce(o.mended, o.payload) FROM public.submission_original o
    WHERE o.submission_id = NEW.id AND EXISTS (SELECT 1 FROM app.submissions_read(
      ARRAY[NEW.id], app.me(), clock_timestamp() - interval '1 day', true))), payload);
  told := ARRAY(SELECT value FROM json_each_text(payload));
  -- Of a row of a file number, channel and day stand in the row itself, and may have been mended there.
  IF NEW.file_id IS NULL AND became.channel <> NEW.channel OR (CASE
      WHEN own IS NOT NULL AND NEW.file_id IS NULL THEN became.external_id IS NOT DISTINCT FROM own
      ELSE became.external_id IN (SELECT app.own_number(one) FROM unnest(told) one)
        OR app.skeleton(became.body) IN (SELECT app.skeleton(one) FROM unnest(told) one)
        -- A mail's subject goes before a comment's words.
        OR NEW.file_id IS NOT NULL AND NEW.item_type = 'comment'
          AND app.skeleton(became.body) = app.skeleton(concat(payload->>'subject', payload->>'text'))
        -- The subject of a mail stands before its words there.
        OR NEW.item_type = 'message' AND EXISTS (SELECT 1 FROM unnest(told) one WHERE app.skeleton(one) <> ''
          AND right(app.skeleton(became.body), length(app.skeleton(one))) = app.skeleton(one))
        -- Of what was masked the words are gone; the day is left.
        OR became.masked_at IS NOT NULL AND (NEW.file_id IS NOT NULL AND NEW.received_at IS NULL
          OR (became.received_at AT TIME ZONE 'Asia/Tehran')::date
            = (coalesce(NEW.received_at, NEW.arrived_at) AT TIME ZONE 'Asia/Tehran')::date)
      END) IS NOT TRUE THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was handed in becomes what it says';
  END IF;
  RETURN NEW;
END $$;

-- Quarantine leaves an event that says what is wrong, putting aside one that says why; so do the ways back.
CREATE OR REPLACE FUNCTION app.check_intake_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = 'intake' AND e.item_id = NEW.id
         AND e.actor_id = app.me() AND e.at >= now() - interval '2 seconds'
         -- Of this transaction, not of the one before it.
         AND e.xmin::text::bigint >= pg_current_xact_id()::text::bigint & 4294967295
         AND CASE WHEN NEW.state = 'aside' THEN e.action = 'intake_put_aside' AND NOT app.looks_empty(e.text)
           WHEN OLD.state = 'aside' THEN e.action = 'intake_taken_back'
           WHEN NEW.state = 'waiting' THEN e.action IN ('intake_mended', 'intake_tried_again')
           ELSE e.action = 'intake_quarantined' AND app.faults_told(NEW.reason::jsonb, e.after::jsonb) END) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'what is handed in moves with an event that says why';
  END IF;
  RETURN NULL;
END $$;

-- Whether an event has the fields and the reasons of a quarantine; what stood in the fields is nobody's to keep.
CREATE OR REPLACE FUNCTION app.faults_told(faults jsonb, told jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_array_length(faults) > 0
    AND told -> 'fields' = (SELECT jsonb_agg(f -> 'field' ORDER BY place)
      FROM jsonb_array_elements(faults) WITH ORDINALITY AS x (f, place))
    AND told -> 'reason' = (SELECT jsonb_agg(f -> 'reason' ORDER BY place)
      FROM jsonb_array_elements(faults) WITH ORDINALITY AS x (f, place))
$$;


CREATE OR REPLACE TRIGGER guard_intake BEFORE UPDATE ON intake_submission
  FOR EACH ROW EXECUTE FUNCTION app.guard_intake();

DROP TRIGGER IF EXISTS leaves_event ON intake_submission;
CREATE CONSTRAINT TRIGGER leaves_event AFTER UPDATE ON intake_submission DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state <> OLD.state AND NEW.state <> 'done') EXECUTE FUNCTION app.check_intake_event();
