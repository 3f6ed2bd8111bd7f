-- What is archived by itself (`petitions/retention/archiving.py`): any session may ask for it, and none says what.

-- The moment before which petitions were resolved that are due so many days after their resolution, by day in Tehran.
CREATE OR REPLACE FUNCTION app.archivable_before(days integer, moment timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT (((moment AT TIME ZONE 'Asia/Tehran')::date - days + 1)::timestamp) AT TIME ZONE 'Asia/Tehran'
$$;

-- Archives some of the petitions that are due by the setting of the office; returns how many. Those that another session
-- has locked are left to it, or to the next call. The program itself says when.
CREATE OR REPLACE FUNCTION app.archive_resolved(most integer, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  at_moment timestamptz := CASE WHEN app.is_program() THEN coalesce(moment, clock_timestamp()) ELSE clock_timestamp() END;
  after_days integer := (SELECT o.archive_days FROM public.office o);
  cut timestamptz := app.archivable_before(after_days, at_moment);
  items jsonb;
  done integer;
BEGIN
  IF coalesce(after_days, 0) < 1 THEN
    RETURN 0;
  END IF;
  SELECT jsonb_agg(jsonb_build_object('item', d.id, 'given_before', cut, 'given_days', after_days)) INTO items FROM (
    SELECT p.id FROM public.petition p
    WHERE p.status = 'resolved' AND p.resolved_at < cut AND app.held_back(p.id) = ''
    ORDER BY p.resolved_at, p.id LIMIT least(greatest(coalesce(most, 1), 1), 500) FOR NO KEY UPDATE SKIP LOCKED) d;
  IF items IS NULL THEN
    RETURN 0;
  END IF;
  SELECT count(*) INTO done FROM app.inner_petition_archived_by_itself(items, '{}', NULL, '', at_moment) v
    WHERE v.r_refused IS NULL;
  RETURN done;
END $$;

-- How many would be archived now, and how many are held back: numbers only, for administrators, who may not see them.
CREATE OR REPLACE FUNCTION app.archivable(days integer, moment timestamptz, OUT petitions bigint, OUT held bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  at_moment timestamptz := CASE WHEN app.is_program() THEN coalesce(moment, clock_timestamp()) ELSE clock_timestamp() END;
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator counts what is archived';
  END IF;
  IF days IS NULL OR days NOT BETWEEN 1 AND 3650 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such number of days';
  END IF;
  SELECT count(*) FILTER (WHERE d.kept = ''), count(*) FILTER (WHERE d.kept <> '') INTO petitions, held FROM (
    SELECT app.held_back(p.id) AS kept FROM public.petition p
    WHERE p.status = 'resolved' AND p.resolved_at < app.archivable_before(days, at_moment)) d;
END $$;
