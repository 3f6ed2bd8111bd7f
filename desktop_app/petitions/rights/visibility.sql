-- Who sees which petition, and finds it.

-- Whether whoever asks gets to see a saved view: by its own row security, hence no definer. In plpgsql, so that no
-- policy of another table hangs on the table.
CREATE OR REPLACE FUNCTION app.sees_view(number bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.saved_view v WHERE v.id = number);
END $$;

-- The petitions that were sent to the person's units or from them: a sender follows what was sent.
CREATE OR REPLACE FUNCTION app.my_referrals() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  -- Asked once and not for each row.
  WITH mine AS MATERIALIZED (SELECT app.my_units() AS units, app.me() AS person)
  SELECT r.petition_id FROM public.referral r
  WHERE r.to_unit_id = ANY ((SELECT units FROM mine)::bigint[])
    OR r.from_unit_id = ANY ((SELECT units FROM mine)::bigint[]) OR r.sent_by_id = (SELECT person FROM mine)
$$;

-- Whom a petition was sent to and from: units, and below zero the persons who sent it. It stands in the row
-- (`petition.reach`), so that a list asks no other table for each of a million rows; these keep it.
CREATE OR REPLACE FUNCTION app.reach_of(whose bigint) RETURNS bigint[]
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
CREATE OR REPLACE FUNCTION app.seen_by(unit bigint, assignee bigint, reach bigint[]) RETURNS bigint[]
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
CREATE OR REPLACE FUNCTION app.my_reach() RETURNS bigint[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint;
  trusted boolean;
  units bigint[];
  wide boolean;
  desk boolean;
BEGIN
  SELECT p.id, NOT p.must_change_password AND p.opened_at IS NULL INTO mine, trusted FROM public.person p
    WHERE p.id = app.me();
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
  RETURN coalesce(units, '{}') || CASE WHEN desk THEN '{0}'::bigint[] ELSE '{}' END
    || CASE WHEN mine IS NOT NULL THEN ARRAY[-mine] ELSE '{}'::bigint[] END;
END $$;

-- Adds petitions to the index: their words, and the numbers that identify their senders (`database/search.py`), which
-- were asked about before.
CREATE OR REPLACE FUNCTION app.index_petitions(ids bigint[], terms text[], numbers text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.at_desk() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the desk registers petitions';
  END IF;
  -- What a row has beside its words would stand in the error about one that cannot be added.
  PERFORM app.must_have_added(ids);
  PERFORM app.make_number_secret();
  PERFORM app.must_have_asked(app.number_keys(ARRAY(SELECT DISTINCT n FROM unnest(numbers) AS told (words)
    CROSS JOIN LATERAL string_to_table(told.words, ' ') AS n)));
  -- Positions are dropped: phrases are checked in the text itself.
  INSERT INTO public.petition_search (petition_id, document)
    SELECT made.id, strip(to_tsvector('simple', coalesce(made.terms, '')))
      || array_to_tsvector(app.number_keys(string_to_array(coalesce(made.numbers, ''), ' ')))
    FROM unnest(ids, terms, numbers) AS made (id, terms, numbers) WHERE made.id IS NOT NULL;
END $$;

-- How many petitions of a petitioner whoever asks may not see: a number only.
CREATE OR REPLACE FUNCTION app.unseen_petitions(whose bigint) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint[] := app.my_reach();
BEGIN
  RETURN (SELECT count(*) FROM public.petition p WHERE p.petitioner_id = whose
    AND NOT (coalesce(p.unit_id, 0) = ANY (mine) OR coalesce(-p.assignee_id = ANY (mine), false)
      OR coalesce(p.reach && mine, false)));
END $$;

-- Replaces words of a petition that was corrected (`petitions/registration/indexed_terms.py`). The numbers that identify
-- its sender stay, and the words of later messages are added again.
CREATE OR REPLACE FUNCTION app.index_again(whose bigint, gone text[], come text, further text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT (app.is_program() OR app.has_done('petition', whose, '{registration_corrected,undo}')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only who corrects a petition says what it is found by';
  END IF;
  UPDATE public.petition_search s SET document = ts_delete(s.document, gone) || strip(to_tsvector('simple', come))
    WHERE s.petition_id = whose;
  PERFORM app.find_by(whose, further);
END $$;

-- Full-text search. Row security would keep the index from being used (`@@` is not leakproof), so the function
-- looks itself at who asks.
-- The newest are walked through one by one as long as what is asked for is common among them and within reach: a common
-- word has enough among a thousand. Then the index is asked, once, for all that there is; words that are never together
-- where somebody looks would let a plan for the first few walk through everything. What the index finds by the beginning
-- of a word needs room, or each text has to be looked at once more.
CREATE OR REPLACE FUNCTION app.search(asked text, most integer, before bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET work_mem = '64MB' AS $$
DECLARE
  mine bigint[] := app.my_reach();
  words tsquery := to_tsquery('simple', asked);
  written text := words::text;
  number text;
  top bigint := least(before, (SELECT max(s.petition_id) + 1 FROM public.petition_search s));
  step integer := 500;
  walked integer := 0;
  met integer := 0;
  found integer := 0;
  matched bigint;
  ids bigint[];
BEGIN
  IF most < 0 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'nobody asks for fewer than none';
  END IF;
  -- Nobody asks for the key of a number, nor for its beginning: only here is a key put in.
  IF written ~ '''k[0-9a-f]{39}''' THEN
    RAISE insufficient_privilege USING MESSAGE = 'numbers are asked about, not their keys';
  END IF;
  written := regexp_replace(written, '(''k[0-9a-f]{5,}''):[*A-D]+', '\1', 'g');
  -- A number that identifies a person is found as a whole, by its key, once it was asked about.
  FOR number IN SELECT DISTINCT m[1] FROM regexp_matches(written, '''([0-9]{10,11})''', 'g') m LOOP
    IF app.has_asked(ARRAY[app.number_key(number)]) THEN
      written := regexp_replace(written, '''' || number || '''(:[*A-D]+)?',
        '(\& | ''' || coalesce(app.number_key(number), number) || ''')', 'g');
    END IF;
  END LOOP;
  words := written::tsquery;
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
      OR (walked > 2000 AND found::float8 * met * top < most::float8 * walked * walked);
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

CREATE OR REPLACE TRIGGER reach_more AFTER INSERT ON referral REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_reach();

CREATE OR REPLACE TRIGGER reach_less AFTER DELETE ON referral REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_reach();

CREATE OR REPLACE TRIGGER begin_seen_by BEFORE INSERT ON petition_search
  FOR EACH ROW EXECUTE FUNCTION app.begin_seen_by();

CREATE OR REPLACE TRIGGER keep_seen_by AFTER UPDATE OF unit_id, assignee_id, reach ON petition
  FOR EACH ROW WHEN ((NEW.unit_id, NEW.assignee_id, NEW.reach) IS DISTINCT FROM
    (OLD.unit_id, OLD.assignee_id, OLD.reach)) EXECUTE FUNCTION app.keep_seen_by();
