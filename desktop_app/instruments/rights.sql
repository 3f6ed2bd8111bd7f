-- Locks a draft until the end of the transaction, for whoever writes what belongs to it.
CREATE OR REPLACE FUNCTION app.hold_draft(draft integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT 1 FROM public.instrument i WHERE i.id = draft FOR NO KEY UPDATE
$$;

-- What was decided bears the name of whoever decided it.
CREATE OR REPLACE FUNCTION app.guard_disposition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND (
       (NEW.confirmed_by_id IS DISTINCT FROM OLD.confirmed_by_id AND coalesce(NEW.confirmed_by_id, app.me()) <> app.me())
       OR (NEW.hidden_reason IS DISTINCT FROM OLD.hidden_reason AND coalesce(NEW.hidden_by_id, app.me()) <> app.me())
       OR (NEW.hidden_reason IS NOT NULL AND NEW.hidden_by_id IS NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'everybody signs with their own name';
  END IF;
  IF app.is_program() OR (NEW.disposition, NEW.reason, NEW.carried_revision_id, NEW.carried_provision)
     IS NOT DISTINCT FROM (OLD.disposition, OLD.reason, OLD.carried_revision_id, OLD.carried_provision) THEN
    RETURN NEW;
  END IF;
  -- One's own decision can be taken back, as if it had not been: the comment waits again.
  IF OLD.decided_by_id = app.me() AND (NEW.disposition, NEW.reason, NEW.decided_by, NEW.decided_by_id, NEW.decided_at,
     NEW.carried_revision_id, NEW.carried_provision) IS NOT DISTINCT FROM
     (NULL::varchar, ''::text, ''::varchar, NULL::integer, NULL::timestamptz, NULL::integer, ''::varchar) THEN
    RETURN NEW;
  END IF;
  IF NEW.decided_by_id IS DISTINCT FROM app.me() OR NEW.decided_by IS DISTINCT FROM
     (SELECT full_name FROM public.person WHERE id = app.me()) OR trim(NEW.reason) = ''
     OR NEW.decided_at NOT BETWEEN now() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds' THEN
    RAISE insufficient_privilege USING MESSAGE = 'a decision bears one''s own name, a reason and its moment';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER own_decision BEFORE UPDATE ON public_comment
  FOR EACH ROW EXECUTE FUNCTION app.guard_disposition();

-- What is decided for a whole group is a reviewer's, as for each comment of it.
CREATE OR REPLACE FUNCTION app.guard_campaign() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() OR (NEW.disposition, NEW.reason, NEW.decided_by, NEW.decided_by_id, NEW.decided_at,
       NEW.carried_revision_id, NEW.carried_provision) IS NOT DISTINCT FROM (OLD.disposition, OLD.reason,
       OLD.decided_by, OLD.decided_by_id, OLD.decided_at, OLD.carried_revision_id, OLD.carried_provision) THEN
    RETURN NEW;
  END IF;
  IF NOT app.has_role('reviewer', NULL) OR NEW.decided_by_id IS DISTINCT FROM app.me() OR NEW.decided_by IS DISTINCT
     FROM (SELECT full_name FROM public.person WHERE id = app.me()) OR trim(NEW.reason) = ''
     OR NEW.decided_at NOT BETWEEN now() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds' THEN
    RAISE insufficient_privilege USING MESSAGE = 'a decision bears one''s own name, a reason and its moment';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER own_decision BEFORE UPDATE ON campaign
  FOR EACH ROW EXECUTE FUNCTION app.guard_campaign();

-- Comments that come in are told by their draft, or each of them.
DROP TRIGGER IF EXISTS coming_is_told ON public_comment;
CREATE CONSTRAINT TRIGGER coming_is_told AFTER INSERT ON public_comment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_told('comment', 'instrument');
