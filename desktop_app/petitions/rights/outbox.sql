-- What goes out to petitioners (`petitions/outbox`): what is written stays as it was written, and moves one way only.

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
       OR NEW.told_at IS NOT NULL
       OR NEW.made_at NOT BETWEEN now() - interval '1 minute' AND clock_timestamp() + interval '5 seconds'
       OR EXISTS (SELECT 1 FROM public.petition p WHERE p.id = NEW.petition_id AND p.masked_at IS NOT NULL)
       OR NEW.again_of_id IS NULL AND NOT EXISTS (SELECT 1 FROM public.message_template t
         WHERE t.kind = NEW.kind AND t.way = NEW.way AND t.active)
       OR NEW.again_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.outbox_message o
         WHERE o.id = NEW.again_of_id AND o.petition_id = NEW.petition_id AND o.kind = NEW.kind AND o.way = NEW.way
           AND o.text = NEW.text AND o.state IN ('failed', 'retried')) THEN
      RAISE insufficient_privilege USING MESSAGE = 'a message waits until it is taken, by a rule of the office';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.text IS DISTINCT FROM OLD.text THEN
    -- By masking alone: nobody is granted the column.
    RETURN NEW;
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state AND NOT (
       OLD.state = 'waiting' AND NEW.state = 'cancelled' OR OLD.state = 'cancelled' AND NEW.state = 'waiting'
       OR OLD.state = 'failed' AND NEW.state = 'retried'
       OR (SELECT app.office_wide()) AND (OLD.state, NEW.state) IN (
         ('waiting', 'taken'), ('waiting', 'failed'), ('taken', 'sent'), ('taken', 'delivered'), ('taken', 'failed'),
         ('sent', 'delivered'), ('sent', 'failed'), ('failed', 'delivered'), ('retried', 'delivered')))
     OR (NEW.address, NEW.batch_id, NEW.sent_at, NEW.told_at, NEW.reason) IS DISTINCT FROM
        (OLD.address, OLD.batch_id, OLD.sent_at, OLD.told_at, OLD.reason) AND NOT (SELECT app.office_wide()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'a message does not go back';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.guard_batch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND (OLD.state, NEW.state) NOT IN (
       ('taken', 'taken'), ('taken', 'ready'), ('ready', 'ready'), ('ready', 'written'))
     OR NOT app.is_program() AND OLD.state <> 'taken'
       AND (NEW.folder, NEW.folder_mark) IS DISTINCT FROM (OLD.folder, OLD.folder_mark) THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was handed on is handed on';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_message BEFORE INSERT OR UPDATE ON outbox_message
  FOR EACH ROW EXECUTE FUNCTION app.guard_message();
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

