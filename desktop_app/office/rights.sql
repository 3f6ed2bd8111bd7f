-- The calendar of the office.

-- Whether the office is closed on a day, as `WorkCalendar.is_closed`: a closed day, or the weekend (Monday is 0).
CREATE OR REPLACE FUNCTION app.is_closed(day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.closed_day c WHERE c.day = $1)
    OR (SELECT o.weekend::jsonb FROM public.office o) @> to_jsonb(extract(isodow FROM $1)::integer - 1)
$$;

-- The first open day from a day on.
CREATE OR REPLACE FUNCTION app.next_open_day(first date) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  day date := first;
BEGIN
  WHILE app.is_closed(day) LOOP
    day := day + 1;
  END LOOP;
  RETURN day;
END $$;
