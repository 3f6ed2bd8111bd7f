-- Who takes which step of a consultation, on PostgreSQL. What law demands of every step stands in the triggers
-- `a_statute`, whoever asks; here only the role counts, and that everybody signs with their own name.

CREATE OR REPLACE FUNCTION app.guard_instrument() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine integer := app.me();
  reviews boolean;
  manages boolean;
  may boolean;
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'drafting' OR NEW.author_id IS DISTINCT FROM mine OR NEW.version <> 1 THEN
      RAISE insufficient_privilege USING MESSAGE = 'a draft begins as its author''s';
    END IF;
    RETURN NEW;
  END IF;
  reviews := app.has_role('reviewer', NULL);
  manages := app.has_role('manager', OLD.unit_id);
  IF NEW.version <> OLD.version + 1 OR NEW.unit_id IS DISTINCT FROM OLD.unit_id OR NEW.created_at <> OLD.created_at THEN
    RAISE insufficient_privilege USING MESSAGE = 'not a step of a draft';
  END IF;
  -- Dates, letters, signatures and reasons change with a step; a title never does.
  IF NEW.title <> OLD.title OR (NEW.status = OLD.status AND
      (NEW.opened_on, NEW.finished_on, NEW.letter_number, NEW.letter_date, NEW.no_change_reason, NEW.withdrawn_reason,
       NEW.approved_by_id, NEW.ready_by_id, NEW.finished_by_id) IS DISTINCT FROM
      (OLD.opened_on, OLD.finished_on, OLD.letter_number, OLD.letter_date, OLD.no_change_reason, OLD.withdrawn_reason,
       OLD.approved_by_id, OLD.ready_by_id, OLD.finished_by_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'not a step of a draft';
  END IF;
  IF NEW.status <> OLD.status THEN
    may := CASE OLD.status || '>' || NEW.status
      WHEN 'drafting>legal_review' THEN OLD.author_id = mine OR manages
      WHEN 'legal_review>drafting' THEN reviews
      WHEN 'legal_review>open' THEN manages AND NEW.approved_by_id = mine
      WHEN 'open>revising' THEN reviews
      WHEN 'revising>ready' THEN reviews AND NEW.ready_by_id = mine
      WHEN 'ready>promulgated' THEN manages AND NEW.finished_by_id = mine
      WHEN 'ready>submitted' THEN manages AND NEW.finished_by_id = mine
      ELSE manages AND (NEW.status = 'withdrawn' OR OLD.status = 'withdrawn') END;
  ELSIF (NEW.exposed_revision_id, NEW.place, NEW.notice, NEW.asked_until, NEW.asked_by_id) IS DISTINCT FROM
        (OLD.exposed_revision_id, OLD.place, OLD.notice, OLD.asked_until, OLD.asked_by_id) THEN
    -- Asked for by a reviewer in their own name; taken back by the same person or a manager.
    may := OLD.status = 'legal_review' AND (
      (reviews AND NEW.asked_by_id = mine) OR (NEW.asked_by_id IS NULL AND (manages OR OLD.asked_by_id = mine)));
  ELSIF NEW.closes_on IS DISTINCT FROM OLD.closes_on THEN
    may := manages OR app.has_role('administrator', NULL);
  ELSIF NEW.second_reader <> OLD.second_reader THEN
    may := reviews OR manages OR OLD.author_id = mine;
  ELSE
    may := true;
  END IF;
  IF NOT coalesce(may, false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'not a step for this person';
  END IF;
  -- Nobody signs for somebody else, and nobody's signature is taken away but by a new beginning.
  IF (NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id AND coalesce(NEW.approved_by_id, mine) <> mine)
     OR (NEW.ready_by_id IS DISTINCT FROM OLD.ready_by_id AND coalesce(NEW.ready_by_id, mine) <> mine)
     OR (NEW.finished_by_id IS DISTINCT FROM OLD.finished_by_id AND coalesce(NEW.finished_by_id, mine) <> mine) THEN
    RAISE insufficient_privilege USING MESSAGE = 'everybody signs with their own name';
  END IF;
  RETURN NEW;
END $$;

-- A closure that is declared afterwards may only lengthen a window: each that ends on a closed day goes on to the
-- next open one. As `instruments.life.lengthen_windows`.
CREATE OR REPLACE FUNCTION app.lengthen_windows(reason text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  item record;
  day date;
  moved integer := 0;
  who text := coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text);
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator changes the calendar';
  END IF;
  IF reason IS NULL OR length(reason) > 200 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such reason';
  END IF;
  FOR item IN
    SELECT i.id, i.closes_on FROM public.instrument i
    WHERE i.status = 'open' AND i.closes_on >= app.today() ORDER BY i.id FOR UPDATE
  LOOP
    day := item.closes_on;
    WHILE app.is_closed(day) LOOP
      day := day + 1;
    END LOOP;
    CONTINUE WHEN day = item.closes_on;
    UPDATE public.instrument SET closes_on = day, version = version + 1, changed_at = clock_timestamp()
      WHERE id = item.id;
    INSERT INTO public.event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)
      SELECT 'instrument', item.id, coalesce(max(e.sequence), 0) + 1, clock_timestamp(), app.me(), who,
        'window_extended', json_build_object('closes_on', item.closes_on), json_build_object('closes_on', day), reason
      FROM public.event e WHERE e.item_type = 'instrument' AND e.item_id = item.id;
    moved := moved + 1;
  END LOOP;
  RETURN moved;
END $$;

CREATE OR REPLACE TRIGGER guard_step BEFORE INSERT OR UPDATE ON instrument
  FOR EACH ROW EXECUTE FUNCTION app.guard_instrument();

-- At the end of the transaction whoever took a step with a draft has left an event.
CREATE OR REPLACE FUNCTION app.check_instrument_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine integer;
  told boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.status, NEW.closes_on, NEW.exposed_revision_id) IS NOT DISTINCT FROM
     (OLD.status, OLD.closes_on, OLD.exposed_revision_id) THEN
    RETURN NULL;
  END IF;
  IF app.is_program() THEN
    RETURN NULL;
  END IF;
  mine := app.me();
  -- By the draft first, as in `app.check_petition_event`.
  WITH its AS MATERIALIZED (
    SELECT e.actor_id, e.at FROM public.event e WHERE e.item_type = 'instrument' AND e.item_id = NEW.id
  )
  SELECT count(*) > 0 INTO told FROM its e WHERE e.actor_id = mine AND e.at >= now() - interval '2 seconds';
  IF NOT told THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a step of a draft leaves an event';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS leaves_event ON instrument;
CREATE CONSTRAINT TRIGGER leaves_event AFTER INSERT OR UPDATE ON instrument DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_instrument_event();
