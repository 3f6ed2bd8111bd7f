-- Locks a draft until the end of the transaction, for whoever writes what belongs to it.
CREATE OR REPLACE FUNCTION app.hold_draft(draft bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT 1 FROM public.instrument i WHERE i.id = draft FOR NO KEY UPDATE
$$;
