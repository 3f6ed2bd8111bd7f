-- Letters and issued reports bear numbers of the register.

-- A report that is issued bears the number that was taken for it, a new edition that of the one before it, and either
-- the name of whoever issues it and the moment. What it counts nobody here can know.
CREATE OR REPLACE FUNCTION app.guard_issued_report() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF NEW.issued_by IS DISTINCT FROM (SELECT p.full_name FROM public.person p WHERE p.id = app.me())
     OR NEW.issued_at NOT BETWEEN now() - interval '1 minute' AND clock_timestamp() + interval '5 seconds'
     OR NEW.page_sha256 IS DISTINCT FROM encode(sha256(NEW.page), 'hex') THEN
    RAISE insufficient_privilege USING MESSAGE = 'a report is issued by whoever issues it, and now';
  END IF;
  IF NEW.edition = 1 AND (EXISTS (SELECT 1 FROM public.issued_report r WHERE r.scope_key = NEW.scope_key)
     OR NEW.number IS DISTINCT FROM (
       SELECT c.last FROM public.counter c WHERE c.series = 'report' AND c.year = NEW.year))
     OR NEW.edition > 1 AND NOT EXISTS (SELECT 1 FROM public.issued_report r
       WHERE r.scope_key = NEW.scope_key AND r.edition = NEW.replaces AND r.year = NEW.year AND r.number = NEW.number
         AND r.period = NEW.period AND r.unit_id IS NOT DISTINCT FROM NEW.unit_id
         AND r.person_id IS NOT DISTINCT FROM NEW.person_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'a report bears the next number, or that of the edition before it';
  END IF;
  RETURN NEW;
END $$;

-- At the end of the transaction the history tells of a report that was issued.
CREATE OR REPLACE FUNCTION app.check_issued_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = 'report' AND e.item_id = NEW.id
         AND e.actor_id = app.me() AND e.after->>'sha256' = NEW.sha256) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a report leaves an event that tells of it';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER bears_its_number BEFORE INSERT ON issued_report
  FOR EACH ROW EXECUTE FUNCTION app.guard_issued_report();

DROP TRIGGER IF EXISTS report_leaves_event ON issued_report;
CREATE CONSTRAINT TRIGGER report_leaves_event AFTER INSERT ON issued_report DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_issued_event();
