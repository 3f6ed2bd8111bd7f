-- Who is asking, and what the database itself enforces on PostgreSQL, whatever client asks. Run as the owner of the
-- schema after every migration; everything here may be run again.
--
-- A clerk is a role of their own: `session_user` cannot be changed by SET ROLE and tells who it is. Every function
-- has a fixed search_path and names its tables in full. The owner, and superusers, are "the program": migrations,
-- imports by the administrator of the server, tests.

CREATE SCHEMA IF NOT EXISTS app;

CREATE OR REPLACE FUNCTION app.is_program() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_has_role(session_user, (SELECT nspowner FROM pg_namespace WHERE nspname = 'app'), 'MEMBER')
$$;

-- Whether a statement sees what others committed before it. A transaction that keeps an earlier state would judge by roles
-- and rules of that state: nobody of the staff acts or reads in one.
CREATE OR REPLACE FUNCTION app.is_current() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT current_setting('transaction_isolation') IN ('read committed', 'read uncommitted')
$$;

CREATE OR REPLACE FUNCTION app.me() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT id FROM public.person WHERE username = session_user::text AND active AND app.is_current()
$$;

-- Who acts, and when: whoever calls, now. The program itself says so, with nobody's id for its own work.
CREATE OR REPLACE FUNCTION app.acting(actor bigint, named text, moment timestamptz, OUT id bigint, OUT name text,
  OUT at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    id := actor;
    name := named;
    at := coalesce(moment, clock_timestamp());
  ELSE
    SELECT p.id, p.full_name INTO id, name FROM public.person p WHERE p.id = app.me();
    at := clock_timestamp();
  END IF;
END $$;

-- Appends an event to the history of an item, which the caller has locked.
CREATE OR REPLACE FUNCTION app.append_event(kind text, number bigint, act text, told json, actor bigint, named text,
  moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)
    SELECT kind, number, coalesce(max(e.sequence), 0) + 1, moment, actor, named, act, '{}', told, ''
    FROM public.event e WHERE e.item_type = kind AND e.item_id = number
$$;

-- Appends an event to what a person read or looked up; the program's own has the number 0.
CREATE OR REPLACE FUNCTION app.append_reading_event(kind text, act text, told json, actor bigint, named text,
  moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.person p WHERE p.id = actor FOR NO KEY UPDATE;
  PERFORM app.append_event(kind, coalesce(actor, 0), act, told, actor, named, moment);
END $$;

-- Whether words show nothing: white space and invisible characters alone (`persian.text.UNSEEN`).
CREATE OR REPLACE FUNCTION app.looks_empty(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(words, '') !~
    '[^\u0009-\u000d\u001c-\u0020\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f'
    '\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]'
$$;

-- Today, also in a transaction that was begun on an earlier day.
CREATE OR REPLACE FUNCTION app.today() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (clock_timestamp() AT TIME ZONE 'Asia/Tehran')::date
$$;

-- Numbers without gaps: the row of the series is locked until the end of the transaction.
CREATE OR REPLACE FUNCTION app.take_numbers(wanted text, in_year integer, number bigint) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first bigint;
BEGIN
  -- Whoever invites to a consultation sends letters too.
  IF NOT (app.at_desk() OR (wanted = 'letter' AND app.has_role('reviewer', NULL))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk takes numbers';
  END IF;
  IF number IS NULL OR number < 0 OR number > 1000000 OR in_year IS NULL OR in_year NOT BETWEEN 1300 AND 1600
     OR wanted IS NULL OR wanted NOT IN ('registry', 'letter', 'report') OR (wanted = 'letter' AND number <> 1)
     OR (wanted = 'report' AND number <> 0) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such numbers';
  END IF;
  IF wanted = 'report' AND NOT (app.is_program() OR app.has_role('manager', NULL)
     OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only a manager issues reports';
  END IF;
  INSERT INTO public.counter (series, year, last) VALUES (wanted, in_year, 0) ON CONFLICT DO NOTHING;
  SELECT c.last + 1 INTO first FROM public.counter c WHERE c.series = wanted AND c.year = in_year FOR UPDATE;
  UPDATE public.counter c SET last = c.last + number WHERE c.series = wanted AND c.year = in_year;
  RETURN first;
END $$;

-- A number as the office writes it, in Latin digits, as `office.numbering.written`.
CREATE OR REPLACE FUNCTION app.number_written(pattern text, in_year integer, number bigint) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT translate(regexp_replace(
      replace(replace(pattern, '{year}', lpad(in_year::text, 4, '0')), '{yy}', lpad((in_year % 100)::text, 2, '0')),
      '\{number(?::0[1-9])?\}',
      lpad(number::text, greatest(length(number::text),
        coalesce((regexp_match(pattern, '\{number:0([1-9])\}'))[1]::integer, 1)), '0')),
    '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
$$;

-- At the end of the transaction every number that was taken is in the register, or stands on a paper. One that
-- somebody wrote on a letter by hand before is passed over.
CREATE OR REPLACE FUNCTION app.check_register() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  given bigint;
  used bigint;
  pattern text;
BEGIN
  IF NEW.series = 'letter' THEN
    pattern := (SELECT o.letter_pattern FROM public.office o);
    IF EXISTS (SELECT 1 FROM generate_series(OLD.last + 1, NEW.last) AS taken (number) WHERE NOT EXISTS (
         SELECT 1 FROM public.instrument i WHERE i.letter_number <> ''
         AND translate(i.letter_number, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
           = app.number_written(pattern, NEW.year, taken.number))
         AND NOT EXISTS (SELECT 1 FROM public.letter l WHERE l.year = NEW.year AND l.number = taken.number)
         AND NOT EXISTS (SELECT 1 FROM public.issued_report r WHERE r.year = NEW.year AND r.number = taken.number)
         AND NOT EXISTS (SELECT 1 FROM public.consultation_report c
                         WHERE c.year = NEW.year AND c.register_number = taken.number)) THEN
      RAISE integrity_constraint_violation USING MESSAGE = 'a letter number was taken and not used';
    END IF;
    RETURN NULL;
  END IF;
  SELECT c.last INTO given FROM public.counter c WHERE c.series = NEW.series AND c.year = NEW.year;
  IF NEW.series = 'report' THEN
    -- Reports take their numbers from the register of letters; their own row is a lock.
    IF given <> 0 THEN
      RAISE integrity_constraint_violation USING MESSAGE = 'a number of a report was taken and not used';
    END IF;
    RETURN NULL;
  END IF;
  SELECT coalesce(max(p.registry_number), 0) INTO used FROM public.petition p WHERE p.registry_year = NEW.year;
  IF given <> used THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a registry number was taken and not used';
  END IF;
  RETURN NULL;
END $$;

-- Nobody writes history in another's name, or at another time than now. What the program does by itself is in nobody's
-- name: only its own functions write events of such acts, since no right to write events names one.
CREATE OR REPLACE FUNCTION app.guard_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF (NEW.action NOT LIKE '%\_by\_itself' AND (NEW.actor_id IS DISTINCT FROM app.me() OR app.me() IS NULL
       OR NEW.actor_name IS DISTINCT FROM (SELECT full_name FROM public.person WHERE id = app.me())))
     OR (NEW.action LIKE '%\_by\_itself' AND (NEW.actor_id IS NOT NULL OR NEW.actor_name <> ''))
     -- In a transaction that was begun long ago too.
     OR NEW.at NOT BETWEEN greatest(now() - interval '2 seconds', clock_timestamp() - interval '10 minutes')
       AND clock_timestamp() + interval '2 seconds' THEN
    RAISE insufficient_privilege USING MESSAGE = 'history is written in one''s own name, as it happens';
  END IF;
  IF json_typeof(NEW.before) IS DISTINCT FROM 'object' OR json_typeof(NEW.after) IS DISTINCT FROM 'object' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an event tells values by their names';
  END IF;
  IF octet_length(NEW.before::text) + octet_length(NEW.after::text) + octet_length(NEW.text) > 8000000 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an event of more than eight megabytes';
  END IF;
  IF NEW.action = 'masked' AND NOT app.has_own_role('administrator', NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator masks';
  END IF;
  IF coalesce(NEW.after->>'on_behalf_of_id', NEW.after->>'on_behalf_of') IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM public.deputy d JOIN public.person absent ON absent.id = d.person_id
       WHERE d.deputy_id = app.me() AND app.today() BETWEEN d.first_day AND d.last_day
         AND absent.id::text = NEW.after->>'on_behalf_of_id'
         AND absent.full_name IS NOT DISTINCT FROM NEW.after->>'on_behalf_of') THEN
    RAISE insufficient_privilege USING MESSAGE = 'on behalf of those only whose deputy one is today';
  END IF;
  RETURN NEW;
END $$;

-- At the end of the transaction the history tells of what was written: an event of its author, of one of the kinds of
-- items that the arguments name.
CREATE OR REPLACE FUNCTION app.check_told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = ANY (TG_ARGV) AND e.actor_id = app.me()
         AND e.at >= now() - interval '2 seconds'
         -- Of this transaction, not of the one before it.
         AND e.xmin::text::bigint >= pg_current_xact_id()::text::bigint & 4294967295) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'what is written leaves an event that tells of it';
  END IF;
  RETURN NULL;
END $$;


-- Before the chain of hashes is made: triggers go by their names.
CREATE OR REPLACE TRIGGER a_own_name BEFORE INSERT ON event
  FOR EACH ROW EXECUTE FUNCTION app.guard_event();

DROP TRIGGER IF EXISTS all_used ON counter;
CREATE CONSTRAINT TRIGGER all_used AFTER UPDATE ON counter DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_register();
