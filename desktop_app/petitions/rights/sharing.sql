-- Views and macros that a unit shares: colleagues see and run them, so the history tells what each of them is.

-- At the end of the transaction there is an event of the row, with its present values.
CREATE OR REPLACE FUNCTION app.check_shared_told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_type text := TG_ARGV[0];
  part text := TG_ARGV[1];
  act text := TG_ARGV[2] || CASE TG_OP WHEN 'INSERT' THEN '_added' WHEN 'UPDATE' THEN '_changed' ELSE '_removed' END;
  said jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
  -- One's own is nobody else's business.
  IF coalesce(to_jsonb(OLD)->>'unit_id', to_jsonb(NEW)->>'unit_id') IS NOT NULL AND NOT app.is_program() AND NOT EXISTS (
       SELECT 1 FROM public.event e WHERE e.item_type = of_type AND e.item_id = (said->>'id')::bigint
         AND e.action = act AND e.actor_id = app.me() AND e.at >= now() - interval '2 seconds'
         AND e.xmin::text::bigint >= pg_current_xact_id()::text::bigint & 4294967295
         AND (SELECT (told->'name', told->'unit_id', told->part) = (said->'name', said->'unit_id', said->part)
           FROM CAST(CASE TG_OP WHEN 'DELETE' THEN e.before ELSE e.after END AS jsonb) told)) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'what a unit shares is told with its event';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS shared_is_told ON saved_view;
CREATE CONSTRAINT TRIGGER shared_is_told AFTER INSERT OR UPDATE OR DELETE ON saved_view DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_shared_told('saved_view', 'filter', 'view');
DROP TRIGGER IF EXISTS shared_is_told ON macro;
CREATE CONSTRAINT TRIGGER shared_is_told AFTER INSERT OR UPDATE OR DELETE ON macro DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_shared_told('macro', 'steps', 'macro');
