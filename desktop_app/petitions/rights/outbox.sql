-- What goes out to petitioners (`petitions/outbox`): what is written stays as it was written, and moves one way only.

-- Whether a batch goes to the mail server, and not into files.
CREATE OR REPLACE FUNCTION app.is_mailed(number bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.outbox_batch b WHERE b.id = number AND b.folder = '')
$$;

-- Whoever does the act that causes a message writes it; whose words it bears nobody here can know, but that it goes out
-- by the office's own rule, and not of a petition whose personal data was masked.
CREATE OR REPLACE FUNCTION app.guard_message() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'waiting' OR NEW.address <> '' OR NEW.batch_id IS NOT NULL OR NEW.sent_at IS NOT NULL
       OR NEW.told_at IS NOT NULL OR NEW.begun_at IS NOT NULL
       OR NEW.made_at NOT BETWEEN now() - interval '1 minute' AND clock_timestamp() + interval '5 seconds'
       OR EXISTS (SELECT 1 FROM public.petition p WHERE p.id = NEW.petition_id AND p.masked_at IS NOT NULL)
       OR NEW.again_of_id IS NULL AND NOT EXISTS (SELECT 1 FROM public.message_template t
         WHERE t.kind = NEW.kind AND t.way = NEW.way AND t.active)
       OR NEW.again_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.outbox_message o
         WHERE o.id = NEW.again_of_id AND o.petition_id IS NOT DISTINCT FROM NEW.petition_id
           AND o.comment_id IS NOT DISTINCT FROM NEW.comment_id AND o.kind = NEW.kind AND o.way = NEW.way
           AND o.text = NEW.text AND o.state IN ('failed', 'retried')) THEN
      RAISE insufficient_privilege USING MESSAGE = 'a message waits until it is taken, by a rule of the office';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.text IS DISTINCT FROM OLD.text THEN
    -- By masking alone: nobody is granted the column.
    RETURN NEW;
  END IF;
  -- What is in a batch does not come into another one: the event of its reading says how many it has.
  IF NEW.batch_id IS DISTINCT FROM OLD.batch_id AND NEW.batch_id IS NOT NULL AND OLD.state <> 'waiting' THEN
    RAISE insufficient_privilege USING MESSAGE = 'a message is in one batch';
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state AND NOT (
       OLD.state = 'waiting' AND NEW.state = 'cancelled' OR OLD.state = 'cancelled' AND NEW.state = 'waiting'
       OR OLD.state = 'failed' AND NEW.state = 'retried'
       OR (SELECT app.office_wide()) AND (OLD.state, NEW.state) IN (
         ('waiting', 'taken'), ('waiting', 'failed'), ('taken', 'sent'), ('taken', 'delivered'), ('taken', 'failed'),
         ('sent', 'delivered'), ('sent', 'failed'), ('failed', 'delivered'), ('retried', 'delivered'))
       -- What the mail server did not take waits for the next round.
       OR (SELECT app.office_wide()) AND OLD.state = 'taken' AND NEW.state = 'waiting' AND app.is_mailed(OLD.batch_id)
         AND NEW.batch_id IS NULL AND NEW.begun_at IS NULL)
     OR (NEW.address, NEW.batch_id, NEW.begun_at, NEW.sent_at, NEW.told_at, NEW.reason) IS DISTINCT FROM
        (OLD.address, OLD.batch_id, OLD.begun_at, OLD.sent_at, OLD.told_at, OLD.reason)
       AND NOT (SELECT app.office_wide()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'a message does not go back';
  END IF;
  RETURN NEW;
END $$;

-- At the end of the transaction the history tells of every message that a login wrote or moved itself: acts and functions
-- tell of theirs. A registration has one message, undoing an act one with the present state; what failed is replaced by
-- the message that goes out again, and what receipts say is told with them.
CREATE OR REPLACE FUNCTION app.check_message_told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  is_told boolean;
BEGIN
  IF app.is_program() THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.again_of_id IS NULL THEN
    is_told := app.has_done('petition', NEW.petition_id, CASE NEW.kind WHEN 'registered' THEN '{registered}'
        ELSE '{undo,unmerge,turned_back}' END::text[])
      AND NOT EXISTS (SELECT 1 FROM public.outbox_message o WHERE o.petition_id = NEW.petition_id AND o.id <> NEW.id
        AND o.kind = NEW.kind AND o.again_of_id IS NULL AND o.made_at >= now() - interval '1 minute'
        AND o.state = 'waiting');
  ELSIF TG_OP = 'INSERT' OR NEW.state = 'retried' AND OLD.state = 'failed' THEN
    is_told := app.has_done('outbox_message', NULL, '{outbox_again}')
      AND EXISTS (SELECT 1 FROM public.outbox_message o JOIN public.outbox_message a ON a.again_of_id = o.id
        WHERE NEW.id IN (o.id, a.id) AND o.state = 'retried');
  ELSIF NEW.state = 'cancelled' THEN
    is_told := app.has_done('outbox_message', NULL, '{outbox_receipts}')
      AND EXISTS (SELECT 1 FROM public.outbox_message o WHERE o.id = NEW.again_of_id AND o.state = 'delivered');
  ELSIF NEW.text = '' AND NEW.state = 'failed' THEN
    -- Masked since it was taken: there is nothing to send.
    is_told := true;
  ELSIF NEW.state = 'taken' AND OLD.state = 'taken' AND app.is_mailed(OLD.batch_id) THEN
    -- It begins to be handed over: nothing became of it yet.
    is_told := OLD.begun_at IS NULL AND NEW.begun_at IS NOT NULL
      AND (NEW.sent_at, NEW.told_at, NEW.reason, NEW.batch_id) IS NOT DISTINCT FROM
        (OLD.sent_at, OLD.told_at, OLD.reason, OLD.batch_id);
  ELSIF OLD.state = 'taken' AND NEW.state IN ('waiting', 'sent', 'failed')
    AND app.has_done('outbox', OLD.batch_id, '{outbox_mailed}') THEN
    is_told := NEW.state <> 'sent' OR OLD.begun_at IS NOT NULL;
  ELSIF OLD.state = NEW.state OR NEW.state = 'sent' THEN
    is_told := app.has_done('outbox', NEW.batch_id, '{outbox_written}')
      AND (NEW.told_at, NEW.reason, NEW.batch_id) IS NOT DISTINCT FROM (OLD.told_at, OLD.reason, OLD.batch_id);
  ELSE
    is_told := NEW.state IN ('delivered', 'failed') AND OLD.state <> 'waiting'
      AND app.has_done('outbox_message', NULL, '{outbox_receipts}');
  END IF;
  IF is_told IS NOT TRUE THEN
    RAISE insufficient_privilege USING MESSAGE = 'a message moves with what is told of it';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.guard_batch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND (OLD.state, NEW.state) NOT IN (
       ('taken', 'taken'), ('taken', 'ready'), ('ready', 'ready'), ('ready', 'written'))
       AND NOT (OLD.folder = '' AND (OLD.state, NEW.state) = ('taken', 'written') AND NOT EXISTS (
         SELECT 1 FROM public.outbox_message m WHERE m.batch_id = NEW.id AND m.state = 'taken'))
     OR NOT app.is_program() AND OLD.state <> 'taken'
       AND (NEW.folder, NEW.folder_mark) IS DISTINCT FROM (OLD.folder, OLD.folder_mark) THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was handed on is handed on';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_message BEFORE INSERT OR UPDATE ON outbox_message
  FOR EACH ROW EXECUTE FUNCTION app.guard_message();
-- Acts and functions run as the owner.
DROP TRIGGER IF EXISTS is_told_new ON outbox_message;
CREATE CONSTRAINT TRIGGER is_told_new AFTER INSERT ON outbox_message DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (current_user = session_user) EXECUTE FUNCTION app.check_message_told();
DROP TRIGGER IF EXISTS is_told_moved ON outbox_message;
CREATE CONSTRAINT TRIGGER is_told_moved AFTER UPDATE ON outbox_message DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (current_user = session_user) EXECUTE FUNCTION app.check_message_told();
CREATE OR REPLACE TRIGGER guard_batch BEFORE UPDATE ON outbox_batch
  FOR EACH ROW EXECUTE FUNCTION app.guard_batch();

-- Whether messages get away from here, in numbers (`petitions/outbox/standing.py`): administrators, who mend it, need not
-- see the petitions.
CREATE OR REPLACE FUNCTION app.outbox_standing(since timestamptz, late timestamptz, stuck timestamptz) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator looks after the outbox of all';
  END IF;
  RETURN json_build_object(
    'failed', (SELECT count(*) FROM public.outbox_message m WHERE m.state = 'failed' AND m.text <> ''
      AND m.told_at >= since),
    'late', (SELECT count(*) FROM public.outbox_message m WHERE m.state = 'waiting' AND m.made_at < late),
    'late_mails', (SELECT count(*) FROM public.outbox_message m WHERE m.state = 'waiting' AND m.made_at < late
      AND m.way = 'email'),
    'stuck', coalesce((SELECT json_agg(json_build_array(f.folder, f.messages) ORDER BY f.folder) FROM (
      SELECT b.folder, count(*) AS messages FROM public.outbox_batch b
        JOIN public.outbox_message m ON m.batch_id = b.id
        WHERE b.state <> 'written' AND b.made_at < stuck GROUP BY b.folder) f), '[]'));
END $$;


-- The addresses of messages (`petitions/outbox/addresses.py`). Whoever sends for the office takes the next messages into a
-- batch, with the petitioners' present addresses; one event says so, and once it is committed, they are read.
CREATE OR REPLACE FUNCTION app.take_messages(wanted text, most integer, batch_key text, into_folder text, mark text,
  actor bigint, named text, moment timestamptz, above bigint DEFAULT 0) RETURNS TABLE (batch bigint, failed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  at_moment timestamptz := CASE WHEN app.is_program() THEN moment ELSE clock_timestamp() END;
  ids bigint[];
  addresses text[];
  reasons text[];
BEGIN
  IF NOT app.office_wide() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only who sends for the whole office takes messages';
  END IF;
  SELECT array_agg(t.id), array_agg(t.address), array_agg(t.reason) INTO ids, addresses, reasons
    FROM (SELECT a.id, CASE WHEN a.masked_at IS NULL THEN a.address ELSE '' END AS address, CASE
          WHEN a.masked_at IS NOT NULL THEN 'masked'
          WHEN a.address = '' THEN 'no_address'
          WHEN wanted = 'email' AND (a.address !~ '^[!-~]+$' OR a.address ~ '["(),:;<>\[\]\\]'
            OR a.address !~ '^[^@]{1,64}@[^@]+\.[^@.]{2,}$') THEN 'bad_address'
          ELSE '' END AS reason
        FROM (SELECT m.id, p.masked_at, coalesce(CASE WHEN m.comment_id IS NOT NULL THEN app.contact_of(m.comment_id)
              WHEN wanted = 'portal' THEN p.external_id WHEN wanted = 'sms' THEN i.mobile ELSE i.email END, '')::text AS address
            FROM public.outbox_message m LEFT JOIN public.petition p ON p.id = m.petition_id
              LEFT JOIN public.petitioner_identity i ON i.petitioner_id = p.petitioner_id
            WHERE m.state = 'waiting' AND m.way = wanted AND m.id > above ORDER BY m.id LIMIT most
            FOR UPDATE OF m SKIP LOCKED) a) t;
  IF ids IS NULL THEN
    RETURN QUERY SELECT NULL::bigint, 0;
    RETURN;
  END IF;
  batch := 0;
  failed := (SELECT count(*) FROM unnest(reasons) r WHERE r <> '');
  IF failed < cardinality(ids) THEN
    INSERT INTO public.outbox_batch AS b (key, way, folder, folder_mark, state, made_at)
      VALUES (batch_key, wanted, into_folder, mark, 'taken', at_moment) RETURNING b.id INTO batch;
    INSERT INTO public.outbox_address (message_id, address)
      SELECT t.id, t.address FROM unnest(ids, addresses, reasons) AS t (id, address, reason) WHERE t.reason = ''
      ON CONFLICT (message_id) DO UPDATE SET address = excluded.address;
  END IF;
  UPDATE public.outbox_message m SET state = CASE t.reason WHEN '' THEN 'taken' ELSE 'failed' END, reason = t.reason,
      address = CASE wanted WHEN 'portal' THEN t.address ELSE app.masked(t.address) END,
      batch_id = CASE t.reason WHEN '' THEN take_messages.batch END, told_at = CASE t.reason WHEN '' THEN NULL ELSE at_moment END
    FROM unnest(ids, addresses, reasons) AS t (id, address, reason) WHERE m.id = t.id;
  IF batch > 0 THEN
    PERFORM app.note_batch(batch, actor, named, at_moment);
  END IF;
  RETURN NEXT;
END $$;

-- Notes that whoever asks reads the addresses of a batch that is there, once.
CREATE OR REPLACE FUNCTION app.note_batch(number bigint, actor bigint, named text, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  reader record := app.acting(actor, named, moment);
  held bigint := (SELECT count(*) FROM public.outbox_message m WHERE m.batch_id = number);
BEGIN
  IF NOT app.office_wide() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only who sends for the whole office takes messages';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.outbox_batch b WHERE b.id = number) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'there is no such batch';
  END IF;
  PERFORM 1 FROM public.person p WHERE p.id = reader.id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM public.event e WHERE e.item_type = 'readings' AND e.item_id = coalesce(reader.id, 0)
      AND (e.after->>'batch')::bigint = number AND (e.after->>'count')::bigint >= held) THEN
    PERFORM app.append_reading_event('readings', 'revealed', json_build_object('purpose', 'outbox', 'count', held,
      'batch', number, 'petitions', '[]'::json), reader.id, reader.name, reader.at);
  END IF;
END $$;

-- The addresses of a batch whose reading whoever asks has noted since it is there, with as many messages or more.
CREATE OR REPLACE FUNCTION app.batch_addresses(number bigint) RETURNS TABLE (message bigint, address text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.id, a.address::text FROM public.outbox_message m
      JOIN public.outbox_address a ON a.message_id = m.id
    WHERE m.batch_id = number AND (app.is_program() OR app.office_wide() AND EXISTS (
      SELECT 1 FROM public.event e WHERE e.item_type = 'readings' AND e.item_id = app.me()
        AND (e.after->>'batch')::bigint = number AND age(e.xmin) > 0
        AND e.at >= (SELECT b.made_at FROM public.outbox_batch b WHERE b.id = number)
        AND (e.after->>'count')::bigint >= (SELECT count(*) FROM public.outbox_message n WHERE n.batch_id = number)));
END $$;

-- The addresses of messages about petitions that whoever asks has read today.
CREATE OR REPLACE FUNCTION app.message_addresses(asked bigint[]) RETURNS TABLE (message bigint, address text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  about bigint[] := ARRAY(SELECT DISTINCT m.petition_id FROM public.outbox_message m WHERE m.id = ANY (asked));
BEGIN
  IF NOT app.is_program() THEN
    about := ARRAY(SELECT app.read_since(about, app.me(), app.midnight(clock_timestamp()), true, true));
  END IF;
  RETURN QUERY SELECT m.id, a.address::text FROM public.outbox_message m
      JOIN public.outbox_address a ON a.message_id = m.id
    WHERE m.id = ANY (asked) AND m.petition_id = ANY (about);
END $$;
