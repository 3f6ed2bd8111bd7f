-- Deadlines by the calendar.

-- The last day for an answer by the rule and the calendar in force, as `petitions.deadlines.deadline`, of what was
-- received on a day; `whose` pauses count, none where it is NULL. A pause that is open counts until `until`, where that
-- is given. NULL where no rule fits.
CREATE OR REPLACE FUNCTION app.due_for(
  of_kind text, through text, received date, whose bigint, until date DEFAULT NULL) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  rule record;
  day date := received;
  counted integer := 0;
  closed date[];
  -- The closed days are known up to this one; they are asked for by the year, and not for each day.
  known date := received;
  weekend integer[];
  pauses datemultirange;
BEGIN
  SELECT (r.one->>'days')::bigint AS days, (r.one->>'working')::boolean AS working INTO rule
    FROM public.office o CROSS JOIN json_array_elements(o.deadlines) WITH ORDINALITY AS r (one, place)
    WHERE coalesce(r.one->>'kind', of_kind) = of_kind AND coalesce(r.one->>'channel', through) = through
    ORDER BY (r.one->>'kind' IS NOT NULL) DESC, (r.one->>'channel' IS NOT NULL) DESC, r.place LIMIT 1;
  IF rule.days IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(array_agg(w::integer), '{}') INTO weekend FROM json_array_elements_text(
    (SELECT o.weekend FROM public.office o)) w;
  IF whose IS NOT NULL THEN
    SELECT range_agg(daterange(x.began, coalesce(x.ended, until), '(]')) INTO pauses FROM public.petition_pause x
      WHERE x.petition_id = whose AND (x.ended IS NOT NULL OR until IS NOT NULL);
  END IF;
  WHILE counted < rule.days LOOP
    day := day + 1;
    IF day > known THEN
      known := day + 365;
      SELECT array_agg(c.day) INTO closed FROM public.closed_day c WHERE c.day BETWEEN known - 365 AND known;
      closed := coalesce(closed, '{}');
    END IF;
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
CREATE OR REPLACE FUNCTION app.due_by_calendar(whose bigint) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.due_for(p.kind, p.channel, (coalesce(p.completed_at, p.received_at) AT TIME ZONE 'Asia/Tehran')::date, p.id)
  FROM public.petition p WHERE p.id = whose
$$;

-- The deadline of a petition when the pause that is open ends on a day; as it is where no rule gives one any more.
CREATE OR REPLACE FUNCTION app.due_after_pause(whose bigint, until date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN p.due_on IS NOT NULL THEN coalesce(app.due_for(
      p.kind, p.channel, (coalesce(p.completed_at, p.received_at) AT TIME ZONE 'Asia/Tehran')::date, p.id, until), p.due_on) END
  FROM public.petition p WHERE p.id = whose
$$;

-- Counts again the deadlines of open petitions that came before `last` and are due on `first` or later, and leaves an
-- event with each that moves; returns how many. Whoever calls it chooses no date.
CREATE OR REPLACE FUNCTION app.recalculate_deadlines(first date, last date, reason text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moved integer;
  who text := coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text);
  me bigint := app.me();
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator changes the calendar';
  END IF;
  IF first IS NULL OR last IS NULL OR reason IS NULL OR length(reason) > 200 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such days';
  END IF;
  -- What came on one day by one rule and never waited is due on one day: that is counted once.
  WITH held AS MATERIALIZED (
    SELECT p.id, p.due_on, p.kind, p.channel, (coalesce(p.completed_at, p.received_at) AT TIME ZONE 'Asia/Tehran')::date AS received,
      EXISTS (SELECT 1 FROM public.petition_pause x WHERE x.petition_id = p.id) AS waited
    FROM public.petition p
    WHERE p.is_open AND p.due_on >= first AND (coalesce(p.completed_at, p.received_at) AT TIME ZONE 'Asia/Tehran')::date < last
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
