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

-- Whether a client writes a row itself, and no function of ours for it: for the conditions of triggers. It runs as whoever
-- calls it, who is the owner inside of such a function.
CREATE OR REPLACE FUNCTION app.by_hand() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT pg_has_role(current_user, (SELECT nspowner FROM pg_namespace WHERE nspname = 'app'), 'MEMBER')
$$;

CREATE OR REPLACE FUNCTION app.me() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT id FROM public.person WHERE username = session_user::text AND active
$$;

CREATE OR REPLACE FUNCTION app.today() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (now() AT TIME ZONE 'Asia/Tehran')::date
$$;

-- The roles of whoever asks: their own, and those of whom they are the deputy of today. Whoever still has a password
-- that an administrator knows has none. Nobody administers as a deputy.
-- In plpgsql, step by step: every statement of every clerk asks it, and mostly nobody is a deputy.
CREATE OR REPLACE FUNCTION app.my_roles() RETURNS TABLE (role text, unit_id integer, own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine integer;
BEGIN
  SELECT p.id INTO mine FROM public.person p
    WHERE p.username = session_user::text AND p.active AND NOT p.must_change_password;
  IF mine IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT r.role::text, r.unit_id, true FROM public.person_role r WHERE r.person_id = mine;
  IF EXISTS (SELECT 1 FROM public.deputy d
             WHERE d.deputy_id = mine AND app.today() BETWEEN d.first_day AND d.last_day) THEN
    RETURN QUERY SELECT r.role::text, coalesce(r.unit_id, d.unit_id), false
      FROM public.deputy d JOIN public.person absent ON absent.id = d.person_id
        JOIN public.person_role r ON r.person_id = absent.id
      WHERE d.deputy_id = mine AND absent.active
        AND app.today() BETWEEN d.first_day AND d.last_day AND r.role <> 'administrator'
        AND (d.role IS NULL OR d.role = r.role)
        AND (d.unit_id IS NULL OR r.unit_id IS NULL OR d.unit_id = r.unit_id);
  END IF;
END $$;

-- As `Actor.has`: for the whole office or in the unit; in any unit where none is asked for.
CREATE OR REPLACE FUNCTION app.has_role(wanted text, in_unit integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app.my_roles() m
    WHERE m.role = wanted AND (m.unit_id IS NULL OR in_unit IS NULL OR m.unit_id = in_unit))
$$;

-- The same without what the person may do as a deputy.
CREATE OR REPLACE FUNCTION app.has_own_role(wanted text, in_unit integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app.my_roles() m
    WHERE m.own AND m.role = wanted AND (m.unit_id IS NULL OR in_unit IS NULL OR m.unit_id = in_unit))
$$;

-- The units whose petitions the person works on.
CREATE OR REPLACE FUNCTION app.my_units() RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m.unit_id), '{}') FROM app.my_roles() m
  WHERE m.unit_id IS NOT NULL AND m.role IN ('clerk', 'manager')
$$;

-- Whether the person works at the desk for the whole office.
CREATE OR REPLACE FUNCTION app.office_wide() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.is_program()
    OR EXISTS (SELECT 1 FROM app.my_roles() m WHERE m.unit_id IS NULL AND m.role IN ('clerk', 'manager'))
$$;

-- Whether the person works at the desk at all: sees what is nobody's yet.
CREATE OR REPLACE FUNCTION app.at_desk() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.is_program() OR app.has_role('clerk', NULL) OR app.has_role('manager', NULL)
    OR app.has_role('administrator', NULL)
$$;

-- Whether whoever asks gets to see a saved view: by its own row security, hence no definer. In plpgsql, so that no
-- policy of another table hangs on the table.
CREATE OR REPLACE FUNCTION app.sees_view(number integer) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.saved_view v WHERE v.id = number);
END $$;

-- The petitions that were sent to the person's units or from them: a sender follows what was sent.
CREATE OR REPLACE FUNCTION app.my_referrals() RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  -- Asked once and not for each row.
  WITH mine AS MATERIALIZED (SELECT app.my_units() AS units, app.me() AS person)
  SELECT r.petition_id FROM public.referral r
  WHERE r.to_unit_id = ANY ((SELECT units FROM mine)::integer[])
    OR r.from_unit_id = ANY ((SELECT units FROM mine)::integer[]) OR r.sent_by_id = (SELECT person FROM mine)
$$;

-- Whom a petition was sent to and from: units, and below zero the persons who sent it. It stands in the row
-- (`petition.reach`), so that a list asks no other table for each of a million rows; these keep it.
CREATE OR REPLACE FUNCTION app.reach_of(whose integer) RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(DISTINCT v.who) FROM public.referral r
    CROSS JOIN LATERAL (VALUES (r.to_unit_id), (r.from_unit_id), (-r.sent_by_id)) v (who)
  WHERE r.petition_id = whose AND v.who IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION app.keep_reach() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.petition p SET reach = found.reach
  FROM (SELECT c.petition_id, app.reach_of(c.petition_id) AS reach
        FROM (SELECT DISTINCT petition_id FROM changed) c) found
  WHERE p.id = found.petition_id AND p.reach IS DISTINCT FROM found.reach;
  RETURN NULL;
END $$;

-- The same beside the words that a petition is found by, with the unit that has it (0: none) and whoever has it (below
-- zero): a search that asks for words of a hundred thousand petitions, and whose they are, asks one table.
CREATE OR REPLACE FUNCTION app.seen_by(unit integer, assignee integer, reach integer[]) RETURNS integer[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ARRAY[coalesce(unit, 0)] || CASE WHEN assignee IS NULL THEN '{}' ELSE ARRAY[-assignee] END
    || coalesce(reach, '{}')
$$;

CREATE OR REPLACE FUNCTION app.begin_seen_by() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.seen_by := (SELECT app.seen_by(p.unit_id, p.assignee_id, p.reach)
                  FROM public.petition p WHERE p.id = NEW.petition_id);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.keep_seen_by() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.petition_search s SET seen_by = app.seen_by(NEW.unit_id, NEW.assignee_id, NEW.reach)
  WHERE s.petition_id = NEW.id;
  RETURN NULL;
END $$;

-- What the rows that somebody sees have in them: the units whose petitions the person works on (all of them for the
-- whole office), 0 for what is nobody's yet, and the person, below zero. One question for a whole statement; plpgsql
-- keeps its plan for the session. Whoever is nobody's deputy today, as nearly everybody, has their own roles (`my_roles`
-- says the same, and takes thrice as long). It changes nothing, so a server with more processors may go over a million
-- rows with some of them.
CREATE OR REPLACE FUNCTION app.my_reach() RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine integer;
  trusted boolean;
  units integer[];
  wide boolean;
  desk boolean;
BEGIN
  SELECT p.id, NOT p.must_change_password INTO mine, trusted FROM public.person p
    WHERE p.username = session_user::text AND p.active;
  IF trusted AND NOT EXISTS (SELECT 1 FROM public.deputy d
       WHERE d.deputy_id = mine AND app.today() BETWEEN d.first_day AND d.last_day) THEN
    SELECT array_agg(r.unit_id) FILTER (WHERE r.unit_id IS NOT NULL AND r.role IN ('clerk', 'manager')),
        bool_or(r.unit_id IS NULL AND r.role IN ('clerk', 'manager')),
        bool_or(r.role IN ('clerk', 'manager', 'administrator'))
      INTO units, wide, desk FROM public.person_role r WHERE r.person_id = mine;
  ELSE
    SELECT array_agg(m.unit_id) FILTER (WHERE m.unit_id IS NOT NULL AND m.role IN ('clerk', 'manager')),
        bool_or(m.unit_id IS NULL AND m.role IN ('clerk', 'manager')),
        bool_or(m.role IN ('clerk', 'manager', 'administrator'))
      INTO units, wide, desk FROM app.my_roles() m;
  END IF;
  IF wide OR app.is_program() THEN
    RETURN (SELECT array_agg(u.id) || 0 FROM public.unit u);
  END IF;
  RETURN coalesce(units, '{}') || CASE WHEN desk THEN '{0}'::integer[] ELSE '{}' END
    || CASE WHEN mine IS NOT NULL THEN ARRAY[-mine] ELSE '{}'::integer[] END;
END $$;

-- Full-text search. Row security would keep the index from being used (`@@` is not leakproof), so the function
-- looks itself at who asks.
-- The newest are walked through one by one as long as what is asked for is common among them and within reach: a common
-- word has enough among a thousand. Then the index is asked, once, for all that there is; words that are never together
-- where somebody looks would let a plan for the first few walk through everything. What the index finds by the beginning
-- of a word needs room, or each text has to be looked at once more.
CREATE OR REPLACE FUNCTION app.search(asked text, most integer, before integer) RETURNS SETOF integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET work_mem = '64MB' AS $$
DECLARE
  mine integer[] := app.my_reach();
  words tsquery := to_tsquery('simple', asked);
  top integer := least(before, (SELECT max(s.petition_id) + 1 FROM public.petition_search s));
  step integer := 500;
  walked integer := 0;
  met integer := 0;
  found integer := 0;
  matched integer;
  ids integer[];
BEGIN
  IF most < 0 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'nobody asks for fewer than none';
  END IF;
  WHILE top > 0 AND found < most LOOP
    -- With an offset nothing but the range of numbers decides how they are read.
    SELECT count(*), coalesce(array_agg(m.petition_id ORDER BY m.petition_id DESC) FILTER (WHERE m.seen), '{}')
      INTO matched, ids
      FROM (SELECT w.petition_id, w.seen_by && mine AS seen
            FROM (SELECT s.petition_id, s.document, s.seen_by FROM public.petition_search s
                  WHERE s.petition_id >= top - step AND s.petition_id < top OFFSET 0) w
            WHERE w.document @@ words) m;
    RETURN QUERY SELECT unnest(ids[1:most - found]);
    top := top - step;
    walked := walked + step;
    met := met + matched;
    found := found + cardinality(ids);
    -- Fewer than one of a hundred; or to have enough within reach more would be walked through than match in all.
    EXIT WHEN met < walked / 100
      OR (walked > 2000 AND found::bigint * met * top < most::bigint * walked * walked);
    step := 2000;
  END LOOP;
  IF top > 0 AND found < most THEN
    -- A sum is in no index: that of the numbers would be gone through, nearly all of it, beside that of the words.
    RETURN QUERY WITH matched AS MATERIALIZED (
        SELECT s.petition_id FROM public.petition_search s
        WHERE s.document @@ words AND s.petition_id + 0 < top AND s.seen_by && mine)
      SELECT matched.petition_id FROM matched ORDER BY matched.petition_id DESC
      LIMIT most - found;
  END IF;
END $$;

-- Petitions that share pieces of their texts (`petitions/sketches.py`), those that share most first; within reach only.
CREATE OR REPLACE FUNCTION app.alike(pieces integer[], most integer) RETURNS SETOF integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine integer[] := app.my_reach();
BEGIN
  RETURN QUERY SELECT found.petition_id FROM (
      SELECT held.petition_id, count(*) AS shared
      FROM (SELECT DISTINCT unnest(pieces[1:64])) AS asked (piece)
        CROSS JOIN LATERAL (SELECT s.petition_id FROM public.petition_sketch s WHERE s.piece = asked.piece
                            ORDER BY s.petition_id DESC LIMIT 500) AS held
      GROUP BY held.petition_id) AS found
    JOIN public.petition p ON p.id = found.petition_id
    WHERE coalesce(p.unit_id, 0) = ANY (mine) OR -p.assignee_id = ANY (mine) OR p.reach && mine
    ORDER BY found.shared DESC, found.petition_id DESC LIMIT most;
END $$;

-- Pairs new petitions with earlier ones that they resemble (`petitions/near_equals.py`): pieces and the petitions that
-- have them, one beside the other. Paired is with all that there is, shown by reach.
CREATE OR REPLACE FUNCTION app.pair_near_equals(pieces integer[], numbers integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk pairs petitions';
  END IF;
  -- Where triggers rest, a database is filled in bulk, without the index that this needs.
  IF current_setting('session_replication_role') = 'replica' THEN
    RETURN;
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT DISTINCT a.piece, a.number FROM unnest(pieces, numbers) AS a (piece, number)
  ), found AS (
    SELECT a.number, held.petition_id, count(*) AS shared
    FROM asked a CROSS JOIN LATERAL (SELECT s.petition_id FROM public.petition_sketch s
                                     WHERE s.piece = a.piece AND s.petition_id < a.number
                                     ORDER BY s.petition_id DESC LIMIT 30) AS held
    GROUP BY a.number, held.petition_id
  ), ranked AS (
    SELECT f.number, f.petition_id,
      row_number() OVER (PARTITION BY f.number ORDER BY f.shared DESC, f.petition_id DESC) AS place
    FROM found f JOIN (SELECT number, count(*) AS many FROM asked GROUP BY number) AS n USING (number)
    WHERE f.shared >= greatest(4, ceil(n.many * 8 / 16.0))
      OR (f.shared >= 4 AND EXISTS (SELECT 1 FROM public.petition p JOIN public.petition o
                                      ON o.petitioner_id = p.petitioner_id
                                    WHERE p.id = f.number AND o.id = f.petition_id))
  )
  INSERT INTO public.near_equal (petition_id, other_id, settled)
  SELECT sides.one, sides.other, false FROM ranked r
    CROSS JOIN LATERAL (VALUES (r.number, r.petition_id), (r.petition_id, r.number)) AS sides (one, other)
  WHERE r.place <= 9
  ON CONFLICT DO NOTHING;
END $$;

-- Numbers without gaps: the row of the series is locked until the end of the transaction.
CREATE OR REPLACE FUNCTION app.take_numbers(wanted text, in_year integer, number integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first integer;
BEGIN
  -- Whoever invites to a consultation sends letters too.
  IF NOT (app.at_desk() OR (wanted = 'letter' AND app.has_role('reviewer', NULL))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk takes numbers';
  END IF;
  IF number IS NULL OR number < 0 OR number > 1000000 OR in_year IS NULL OR in_year NOT BETWEEN 1300 AND 1600
     OR wanted IS NULL OR wanted NOT IN ('registry', 'letter', 'report') OR (wanted = 'letter' AND number <> 1)
     OR (wanted = 'report' AND number > 1) THEN
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

-- Which of some tracking codes are free: no petition has them, whoever may see it, and nobody waits for them.
CREATE OR REPLACE FUNCTION app.free_codes(drawn text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk draws codes';
  END IF;
  RETURN QUERY SELECT d.code FROM unnest(drawn) AS d (code)
    WHERE NOT EXISTS (SELECT 1 FROM public.petition p WHERE p.tracking_code = d.code)
      AND NOT EXISTS (SELECT 1 FROM public.reserved_code r WHERE r.tracking_code = d.code AND r.until > now());
END $$;

-- Keeps a code for whoever asks (`petitions/reservations.py`); false where it is not free. The program itself says whose
-- it is.
CREATE OR REPLACE FUNCTION app.reserve_code(drawn text, whose integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  owner integer := CASE WHEN app.is_program() THEN whose ELSE app.me() END;
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk reserves codes';
  END IF;
  IF drawn IS NULL OR drawn !~ '^[0-9]{12}$' OR drawn::bigint % 97 <> 1 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such code';
  END IF;
  DELETE FROM public.reserved_code r WHERE r.until <= now();
  IF (SELECT count(*) FROM public.reserved_code r WHERE r.person_id = owner) >= 50 THEN
    RAISE program_limit_exceeded USING MESSAGE = 'too many codes are held';
  END IF;
  IF EXISTS (SELECT 1 FROM public.petition p WHERE p.tracking_code = drawn) THEN
    RETURN false;
  END IF;
  INSERT INTO public.reserved_code (tracking_code, person_id, until)
    VALUES (drawn, owner, now() + interval '12 hours') ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- A number as the office writes it, in Latin digits, as `office.numbering.written`.
CREATE OR REPLACE FUNCTION app.number_written(pattern text, in_year integer, number integer) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT translate(regexp_replace(
      replace(replace(pattern, '{year}', lpad(in_year::text, 4, '0')), '{yy}', lpad((in_year % 100)::text, 2, '0')),
      '\{number(?::0[1-9])?\}',
      lpad(number::text, greatest(length(number::text),
        coalesce((regexp_match(pattern, '\{number:0([1-9])\}'))[1]::integer, 1)), '0')),
    '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
$$;

-- At the end of the transaction every number that was taken is in the register, or stands on a letter. One that
-- somebody wrote on a letter by hand before is passed over.
CREATE OR REPLACE FUNCTION app.check_register() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  given integer;
  used integer;
  pattern text;
BEGIN
  IF NEW.series = 'letter' THEN
    pattern := coalesce((SELECT s.value::jsonb #>> '{}' FROM public.setting s WHERE s.name = 'letter_pattern'),
      '{year}/{number}');
    IF EXISTS (SELECT 1 FROM generate_series(OLD.last + 1, NEW.last) AS taken (number) WHERE NOT EXISTS (
         SELECT 1 FROM public.instrument i WHERE i.letter_number <> ''
         AND translate(i.letter_number, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
           = app.number_written(pattern, NEW.year, taken.number))
         AND NOT EXISTS (SELECT 1 FROM public.letter l WHERE l.year = NEW.year AND l.number = taken.number)) THEN
      RAISE integrity_constraint_violation USING MESSAGE = 'a letter number was taken and not used';
    END IF;
    RETURN NULL;
  END IF;
  SELECT c.last INTO given FROM public.counter c WHERE c.series = NEW.series AND c.year = NEW.year;
  IF NEW.series = 'report' THEN
    SELECT coalesce(max(r.number), 0) INTO used FROM public.issued_report r WHERE r.year = NEW.year;
    IF given <> used THEN
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

-- A letter bears the number that was taken for it, and nothing else bears it.
CREATE OR REPLACE FUNCTION app.guard_letter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  pattern text := coalesce((SELECT s.value::jsonb #>> '{}' FROM public.setting s WHERE s.name = 'letter_pattern'),
    '{year}/{number}');
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF NEW.page IS NULL OR NEW.sha256 IS DISTINCT FROM encode(sha256(NEW.page), 'hex')
     OR NEW.issued_at NOT BETWEEN now() - interval '10 seconds' AND clock_timestamp() + interval '2 seconds' THEN
    RAISE insufficient_privilege USING MESSAGE = 'a letter is kept as it goes out, when it goes out';
  END IF;
  IF translate(NEW.written, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
       IS DISTINCT FROM app.number_written(pattern, NEW.year, NEW.number)
     OR NOT EXISTS (SELECT 1 FROM public.counter c
       WHERE c.series = 'letter' AND c.year = NEW.year AND c.last = NEW.number)
     OR EXISTS (SELECT 1 FROM public.instrument i WHERE i.letter_number <> ''
       AND translate(i.letter_number, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')
         = app.number_written(pattern, NEW.year, NEW.number)) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'letter numbers leave no gap';
  END IF;
  RETURN NEW;
END $$;

-- At the end of the transaction the history of its item tells of a letter.
CREATE OR REPLACE FUNCTION app.check_letter_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = NEW.item_type AND e.item_id = NEW.item_id
         AND e.actor_id = app.me() AND e.action = 'letter_issued' AND e.after->>'sha256' = NEW.sha256
         AND e.after->>'letter_number' = NEW.written) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a letter leaves an event that tells of it';
  END IF;
  RETURN NULL;
END $$;

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

-- Each number stands on the one before it: with the check of the counter there is neither gap nor repetition. What goes
-- to another unit at once (a rule sends it there) stays in reach of whoever registers it: the referral, which comes
-- behind it, says the same.
CREATE OR REPLACE FUNCTION app.guard_new_petition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF NEW.registry_number < 1 OR (NEW.registry_number > 1 AND NOT EXISTS (
       SELECT 1 FROM public.petition p
       WHERE p.registry_year = NEW.registry_year AND p.registry_number = NEW.registry_number - 1)) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'registry numbers leave no gap';
  END IF;
  IF NEW.unit_id IS NOT NULL THEN
    NEW.reach := ARRAY[-app.me()];
  END IF;
  RETURN NEW;
END $$;

-- Opening a petition marks its referrals as seen that were sent to the reader, or to a unit of theirs.
CREATE OR REPLACE FUNCTION app.see_referrals(referrals integer[], moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.referral r SET seen_at = CASE WHEN app.is_program() THEN moment ELSE clock_timestamp() END
  WHERE r.id = ANY (referrals) AND r.seen_at IS NULL AND (app.is_program() OR (
    r.sent_by_id IS DISTINCT FROM app.me() AND (r.to_person_id = app.me()
      OR r.to_person_id IS NULL AND r.to_unit_id = ANY (app.my_units()))))
$$;

-- Whether the office is closed on a day, as `WorkCalendar.is_closed`: a closed day, or the weekend (Monday is 0).
CREATE OR REPLACE FUNCTION app.is_closed(day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.closed_day c WHERE c.day = $1)
    OR coalesce((SELECT s.value::jsonb FROM public.setting s WHERE s.name = 'weekend'), '[3, 4]'::jsonb)
       @> to_jsonb(extract(isodow FROM $1)::integer - 1)
$$;

-- The last day for an answer by the rule and the calendar in force, as `petitions.deadlines.deadline`, of what was
-- received on a day; `whose` pauses count, none where it is NULL. A pause that is open counts until `until`, where that
-- is given. NULL where no rule fits.
CREATE OR REPLACE FUNCTION app.due_for(
  of_kind text, through text, received date, whose integer, until date DEFAULT NULL) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  rule record;
  day date := received;
  counted integer := 0;
  closed date[];
  weekend integer[];
  pauses datemultirange;
BEGIN
  SELECT r.days, r.working INTO rule FROM public.deadline_rule r
    WHERE (r.kind IS NULL OR r.kind = of_kind) AND (r.channel IS NULL OR r.channel = through)
    ORDER BY (r.kind IS NOT NULL) DESC, (r.channel IS NOT NULL) DESC, r.id LIMIT 1;
  IF rule.days IS NULL THEN
    RETURN NULL;
  END IF;
  -- Asked once, and not for each day.
  SELECT coalesce(array_agg(c.day), '{}') INTO closed FROM public.closed_day c WHERE c.day > received;
  SELECT coalesce(array_agg(w::integer), '{}') INTO weekend FROM jsonb_array_elements_text(
    coalesce((SELECT s.value::jsonb FROM public.setting s WHERE s.name = 'weekend'), '[3, 4]'::jsonb)) w;
  IF whose IS NOT NULL THEN
    SELECT range_agg(daterange(x.began, coalesce(x.ended, until), '(]')) INTO pauses FROM public.petition_pause x
      WHERE x.petition_id = whose AND (x.ended IS NOT NULL OR until IS NOT NULL);
  END IF;
  WHILE counted < rule.days LOOP
    day := day + 1;
    IF NOT coalesce(day <@ pauses, false)
       AND NOT (rule.working AND (day = ANY (closed) OR extract(isodow FROM day)::integer - 1 = ANY (weekend))) THEN
      counted := counted + 1;
    END IF;
  END LOOP;
  WHILE NOT rule.working AND (day = ANY (closed) OR extract(isodow FROM day)::integer - 1 = ANY (weekend)) LOOP
    day := day + 1;
  END LOOP;
  RETURN day;
END $$;

-- The same for a petition.
CREATE OR REPLACE FUNCTION app.due_by_calendar(whose integer) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.due_for(p.kind, p.channel, (p.received_at AT TIME ZONE 'Asia/Tehran')::date, p.id)
  FROM public.petition p WHERE p.id = whose
$$;

-- The deadline of a petition when the pause that is open ends on a day; as it is where no rule gives one any more.
CREATE OR REPLACE FUNCTION app.due_after_pause(whose integer, until date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN p.due_on IS NOT NULL THEN coalesce(app.due_for(
      p.kind, p.channel, (p.received_at AT TIME ZONE 'Asia/Tehran')::date, p.id, until), p.due_on) END
  FROM public.petition p WHERE p.id = whose
$$;

-- Counts again the deadlines of open petitions that came before `last` and are due on `first` or later, and leaves an
-- event with each that moves; returns how many. Whoever calls it chooses no date.
CREATE OR REPLACE FUNCTION app.recalculate_deadlines(first date, last date, reason text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moved integer;
  who text := coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text);
  me integer := app.me();
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator changes the calendar';
  END IF;
  IF first IS NULL OR last IS NULL OR reason IS NULL OR length(reason) > 200 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such days';
  END IF;
  -- What came on one day by one rule and never waited is due on one day: that is counted once.
  WITH held AS MATERIALIZED (
    SELECT p.id, p.due_on, p.kind, p.channel, (p.received_at AT TIME ZONE 'Asia/Tehran')::date AS received,
      EXISTS (SELECT 1 FROM public.petition_pause x WHERE x.petition_id = p.id) AS waited
    FROM public.petition p
    WHERE p.is_open AND p.due_on >= first AND (p.received_at AT TIME ZONE 'Asia/Tehran')::date < last
    ORDER BY p.id FOR UPDATE OF p
  ), plain AS MATERIALIZED (
    SELECT a.kind, a.channel, a.received, app.due_for(a.kind, a.channel, a.received, NULL) AS due
    FROM (SELECT DISTINCT h.kind, h.channel, h.received FROM held h WHERE NOT h.waited) a
  ), wanted AS MATERIALIZED (
    SELECT h.id, h.due_on AS was, c.due FROM held h JOIN plain c USING (kind, channel, received) WHERE NOT h.waited
    UNION ALL
    SELECT h.id, h.due_on, app.due_by_calendar(h.id) FROM held h WHERE h.waited
  ), changed AS (
    UPDATE public.petition p SET due_on = w.due, due_order = w.due, version = p.version + 1,
      changed_at = clock_timestamp()
    FROM wanted w WHERE p.id = w.id AND w.due <> w.was RETURNING p.id, w.was, w.due
  ), told AS (
    INSERT INTO public.event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)
    SELECT 'petition', c.id, coalesce((SELECT max(e.sequence) FROM public.event e
        WHERE e.item_type = 'petition' AND e.item_id = c.id), 0) + 1, clock_timestamp(), me, who,
      'deadline_moved', json_build_object('due_on', c.was), json_build_object('due_on', c.due), reason
    FROM changed c RETURNING 1
  )
  SELECT count(*) INTO moved FROM told;
  RETURN moved;
END $$;

-- What an administrator has set for an outcome (`petitions/outcomes.py`); NULL where it is as the program brings it.
CREATE OR REPLACE FUNCTION app.outcome_choice(wanted text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT entry FROM public.setting s CROSS JOIN LATERAL jsonb_array_elements(
    CASE jsonb_typeof(s.value::jsonb) WHEN 'array' THEN s.value::jsonb ELSE '[]'::jsonb END) AS entry
  WHERE s.name = 'outcomes' AND entry->>'code' = wanted LIMIT 1
$$;

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
  -- What came nobody of the staff may write (`rights/tables.py`), but the functions that mask, which empty it.
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

-- Putting aside leaves an event that says why, taking back one that says so.
CREATE OR REPLACE FUNCTION app.check_aside_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = 'intake' AND e.item_id = NEW.id
         AND e.actor_id = app.me() AND e.at >= now() - interval '2 seconds'
         AND CASE NEW.state WHEN 'aside' THEN e.action = 'intake_put_aside' AND e.text ~ '\S'
           ELSE e.action = 'intake_taken_back' END) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'what is put aside leaves an event that says why';
  END IF;
  RETURN NULL;
END $$;

-- Nobody writes history in another's name, or at another time than now.
CREATE OR REPLACE FUNCTION app.guard_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() THEN
    RETURN NEW;
  END IF;
  IF NEW.actor_id IS DISTINCT FROM app.me() OR app.me() IS NULL
     OR NEW.actor_name IS DISTINCT FROM (SELECT full_name FROM public.person WHERE id = app.me())
     OR NEW.at NOT BETWEEN now() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds' THEN
    RAISE insufficient_privilege USING MESSAGE = 'history is written in one''s own name, as it happens';
  END IF;
  IF octet_length(NEW.before::text) + octet_length(NEW.after::text) + octet_length(NEW.text) > 8000000 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an event of more than eight megabytes';
  END IF;
  IF NEW.action = 'letter_issued' AND NOT EXISTS (
       SELECT 1 FROM public.letter l WHERE l.item_type = NEW.item_type AND l.item_id = NEW.item_id
         AND l.issued_by_id = app.me() AND l.sha256 = NEW.after->>'sha256'
         AND l.written = NEW.after->>'letter_number') THEN
    RAISE insufficient_privilege USING MESSAGE = 'no letter of which nobody has issued one';
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

-- Who hands in adds what is not known of a petitioner yet; a correction (`app.correct_petitioner`) leaves events.
CREATE OR REPLACE FUNCTION app.guard_petitioner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'what is known of a petitioner is corrected, not overwritten';
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

-- A file of a petition leaves the event of the act that adds it.
CREATE OR REPLACE FUNCTION app.check_file_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = 'petition' AND NEW.item_type = 'petition'
         AND e.item_id = NEW.item_id AND e.action = 'attachment_added' AND e.actor_id = app.me()
         AND e.after->>'file_id' = NEW.id::text) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a file leaves an event that tells of it';
  END IF;
  RETURN NULL;
END $$;

-- An account's name is its role's; somebody administers, always.
CREATE OR REPLACE FUNCTION app.guard_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.username <> OLD.username THEN
    RAISE insufficient_privilege USING MESSAGE = 'the name of an account stays';
  END IF;
  RETURN NEW;
END $$;

-- How many open petitions a unit holds, or owes an answer to: a number only, for whoever may not see them.
CREATE OR REPLACE FUNCTION app.open_in_unit(whose integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator looks after units';
  END IF;
  RETURN (SELECT count(*) FROM public.petition p WHERE p.is_open AND (p.unit_id = whose OR EXISTS (
    SELECT 1 FROM public.referral r WHERE r.petition_id = p.id AND r.to_unit_id = whose AND r.purpose = 'action'
    AND r.acted_at IS NULL)));
END $$;

-- How many open petitions a person holds, by unit and state: of the units that whoever asks manages; for an
-- administrator of all, as numbers only.
CREATE OR REPLACE FUNCTION app.held_by(whose integer) RETURNS TABLE (unit_id integer, status text, held integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT p.unit_id, p.status::text, count(*)::integer FROM public.petition p
    WHERE p.assignee_id = whose AND p.is_open
      AND (app.is_program() OR app.has_role('administrator', NULL)
           OR (p.unit_id IS NOT NULL AND app.has_role('manager', p.unit_id)))
    GROUP BY p.unit_id, p.status;
END $$;

-- A unit is not retired while it holds open petitions.
CREATE OR REPLACE FUNCTION app.guard_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.active AND NOT NEW.active AND app.open_in_unit(OLD.id) > 0 THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'the unit holds open petitions';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.check_administrator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.person_role r JOIN public.person p ON p.id = r.person_id
                 WHERE p.active AND r.role = 'administrator')
     AND EXISTS (SELECT 1 FROM public.person) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'somebody has to administer';
  END IF;
  RETURN NULL;
END $$;

-- Brings the role of an account to what the tables say: made, given its groups, locked; whoever is locked out is
-- gone at once, not at their next sign-in.
CREATE OR REPLACE FUNCTION app.sync_account(whose integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  account record;
  known record;
  wanted text;
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator looks after accounts';
  END IF;
  SELECT id, username, active INTO account FROM public.person WHERE id = whose;
  IF account.id IS NULL OR account.username !~ '^[a-z0-9][a-z0-9._-]{1,58}$'
     OR account.username LIKE 'pg\_%' OR account.username LIKE 'mosharekat%' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such account';
  END IF;
  SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS mighty,
         pg_has_role(rolname, 'mosharekat_staff', 'MEMBER') AS staff
    INTO known FROM pg_roles WHERE rolname = account.username;
  IF known.rolname IS NULL THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN CONNECTION LIMIT 12', account.username);
    EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT TRUE, SET FALSE', account.username);
    EXECUTE format('GRANT mosharekat_staff TO %I WITH INHERIT TRUE, SET FALSE', account.username);
  ELSIF known.mighty OR NOT known.staff THEN
    RAISE insufficient_privilege USING MESSAGE = 'that role of the server is not an account of this program';
  END IF;
  FOREACH wanted IN ARRAY ARRAY['clerk', 'reviewer', 'manager', 'administrator'] LOOP
    IF account.active AND (
         EXISTS (SELECT 1 FROM public.person_role r WHERE r.person_id = whose AND r.role = wanted)
         -- The groups of a deputy: what they are good for on which day is looked at by guards and policies.
         OR wanted <> 'administrator' AND EXISTS (
           SELECT 1 FROM public.deputy d JOIN public.person_role r ON r.person_id = d.person_id
           WHERE d.deputy_id = whose AND d.last_day >= app.today() AND r.role = wanted
             AND (d.role IS NULL OR d.role = wanted))) THEN
      EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', 'mosharekat_' || wanted, account.username);
    ELSE
      EXECUTE format('REVOKE %I FROM %I', 'mosharekat_' || wanted, account.username);
    END IF;
  END LOOP;
  IF account.active THEN
    EXECUTE format('ALTER ROLE %I LOGIN VALID UNTIL ''infinity''', account.username);
    -- Whoever signs in past the program holds no locks for long, unless they take the limits off themselves.
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''60s''', account.username);
    EXECUTE format('ALTER ROLE %I SET statement_timeout = ''60s''', account.username);
    EXECUTE format('ALTER ROLE %I SET lock_timeout = ''4s''', account.username);
  ELSE
    EXECUTE format('ALTER ROLE %I NOLOGIN', account.username);
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE usename = account.username AND pid <> pg_backend_pid();
  END IF;
END $$;

-- Keeps the verifier of a password, which the client made: the password itself never reaches the server.
CREATE OR REPLACE FUNCTION app.set_password(whose integer, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  account text;
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL) OR whose = app.me()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only one''s own password';
  END IF;
  SELECT username INTO account FROM public.person WHERE id = whose;
  IF account IS NULL OR NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = account AND NOT rolsuper
       AND NOT rolcreaterole AND pg_has_role(rolname, 'mosharekat_staff', 'MEMBER')) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such account';
  END IF;
  IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no verifier of a password';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', account, verifier);
  -- What somebody else has set is changed at the next sign-in; `check_told` asks for the event.
  IF whose IS DISTINCT FROM app.me() AND NOT app.is_program() THEN
    UPDATE public.person SET must_change_password = true WHERE id = whose;
  END IF;
  IF whose = app.me() THEN
    UPDATE public.person SET must_change_password = false WHERE id = whose AND must_change_password;
  END IF;
END $$;

-- Nobody may call what is not granted by name.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE ALL ON SCHEMA app FROM PUBLIC;
