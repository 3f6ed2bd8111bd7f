-- What is known of a petitioner.

-- Who hands in adds what is not known of a petitioner yet; a correction (`app.correct_petitioner`) leaves events.
CREATE OR REPLACE FUNCTION app.guard_petitioner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'what is known of a petitioner is corrected, not overwritten';
END $$;

CREATE OR REPLACE TRIGGER known_stays BEFORE UPDATE ON petitioner
  FOR EACH ROW WHEN (app.by_hand() AND (
    coalesce(OLD.national_id, '') NOT IN ('', coalesce(NEW.national_id, ''))
    OR coalesce(OLD.mobile, '') NOT IN ('', coalesce(NEW.mobile, ''))
    OR coalesce(OLD.email, '') NOT IN ('', coalesce(NEW.email, '')))) EXECUTE FUNCTION app.guard_petitioner();
