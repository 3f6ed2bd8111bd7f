-- A session that holds locks and lies in everybody's way.

-- Ends the sessions of accounts that hold locks for writing: idle for longer than `idle`, or in a transaction for longer
-- than `busy`. The history of the person tells. Returns how many there were.
CREATE OR REPLACE FUNCTION app.end_sessions(idle interval, busy interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
  ended integer := 0;
BEGIN
  FOR one IN
    SELECT a.pid, a.xact_start, p.id AS person FROM pg_stat_activity a
      JOIN public.person p ON p.username = a.usename
    WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
      AND (a.xact_start < clock_timestamp() - busy
        OR a.state LIKE 'idle in transaction%' AND a.state_change < clock_timestamp() - idle)
      AND EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.granted
        AND (l.locktype = 'transactionid' OR l.locktype = 'advisory'
          OR l.locktype = 'relation' AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')))
  LOOP
    IF pg_terminate_backend(one.pid) THEN
      ended := ended + 1;
      PERFORM app.append_event('person', one.person, 'session_ended',
        json_build_object('since', to_char(one.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')), app.me(),
        coalesce((SELECT full_name FROM public.person WHERE id = app.me()), session_user::text), clock_timestamp());
    END IF;
  END LOOP;
  RETURN ended;
END $$;

-- A login may take its own limits of time off, but not this one: who waits in vain for a lock calls it.
CREATE OR REPLACE FUNCTION app.end_blocking_sessions() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT app.end_sessions('1 minute', '10 minutes')
$$;
