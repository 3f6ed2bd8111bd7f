-- Who is on the staff, and which roles they hold today.

-- The roles of whoever asks: their own, and those of whom they are the deputy of today. Whoever still has a password
-- that an administrator knows, or an account that waits for a second person, has none. Nobody administers as a deputy.
-- In plpgsql, step by step: every statement of every clerk asks it, and mostly nobody is a deputy.
CREATE OR REPLACE FUNCTION app.my_roles() RETURNS TABLE (role text, unit_id bigint, own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bigint;
BEGIN
  SELECT p.id INTO mine FROM public.person p
    WHERE p.id = app.me() AND NOT p.must_change_password AND p.opened_at IS NULL;
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
CREATE OR REPLACE FUNCTION app.has_role(wanted text, in_unit bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app.my_roles() m
    WHERE m.role = wanted AND (m.unit_id IS NULL OR in_unit IS NULL OR m.unit_id = in_unit))
$$;

-- The same without what the person may do as a deputy.
CREATE OR REPLACE FUNCTION app.has_own_role(wanted text, in_unit bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app.my_roles() m
    WHERE m.own AND m.role = wanted AND (m.unit_id IS NULL OR in_unit IS NULL OR m.unit_id = in_unit))
$$;

-- The units whose petitions the person works on.
CREATE OR REPLACE FUNCTION app.my_units() RETURNS bigint[]
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

-- Whether whoever asks has done, in this transaction, one of these acts on an item; on any of its type where none is named.
CREATE OR REPLACE FUNCTION app.has_done(of_type text, of_item bigint, acts text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.event e
    WHERE e.item_type = of_type AND (of_item IS NULL OR e.item_id = of_item) AND (acts IS NULL OR e.action = ANY (acts))
      AND (app.is_program() OR e.actor_id = app.me() AND e.at >= now() - interval '2 seconds')
      AND e.xmin::text::bigint >= pg_current_xact_id()::text::bigint & 4294967295)
$$;

-- Where somebody is, they say themselves and at the moment; under which name, and since when, the database says.
CREATE OR REPLACE FUNCTION app.guard_presence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_program() THEN
    NEW.person_name := coalesce((SELECT p.full_name FROM public.person p WHERE p.id = app.me()), '');
    NEW.at := least(NEW.at, clock_timestamp());
    -- Colleagues' windows know these two.
    NEW.doing := CASE NEW.doing WHEN 'writing' THEN 'writing' ELSE 'looking' END;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER own_name BEFORE INSERT OR UPDATE ON presence
  FOR EACH ROW EXECUTE FUNCTION app.guard_presence();

-- Brings the role of an account to what the tables say: made, given its groups, locked; whoever is locked out is
-- gone at once, not at their next sign-in.
CREATE OR REPLACE FUNCTION app.sync_account(whose bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  account record;
  known record;
  wanted text;
BEGIN
  IF NOT (app.is_program() OR app.has_done('person', NULL, NULL) OR app.has_done('deputy', NULL, NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only after an act on accounts or deputies';
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

-- Keeps the verifier of a password, which the client made: the password itself never reaches the server. It performs the
-- act: of somebody else's password a reset, unless their account was added just now. The program sets one without an act
-- where it gives no moment. Returns the rule that refuses it, or NULL.
CREATE OR REPLACE FUNCTION app.set_password(
  whose bigint, verifier text, actor bigint DEFAULT NULL, named text DEFAULT NULL, moment timestamptz DEFAULT NULL)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  account text;
  rule text;
  who bigint := actor;
  who_named text := named;
  at_moment timestamptz := moment;
BEGIN
  IF NOT app.is_program() THEN
    SELECT p.id, p.full_name, clock_timestamp() INTO who, who_named, at_moment FROM public.person p WHERE p.id = app.me();
    IF who IS NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'nobody of the staff';
    END IF;
  END IF;
  SELECT username INTO account FROM public.person WHERE id = whose;
  IF account IS NULL OR NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = account AND NOT rolsuper
       AND NOT rolcreaterole AND pg_has_role(rolname, 'mosharekat_staff', 'MEMBER')) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such account';
  END IF;
  IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no verifier of a password';
  END IF;
  IF moment IS NOT NULL OR NOT app.is_program() THEN
    IF whose = who THEN
      SELECT r_refused INTO STRICT rule FROM app.inner_person_password_changed(
        jsonb_build_array(jsonb_build_object('item', whose, 'given_password_hash', '')), '{}', who, who_named, at_moment);
    ELSIF NOT app.has_done('person', whose, '{person_added}') THEN
      SELECT r_refused INTO STRICT rule FROM app.inner_person_password_reset(
        jsonb_build_array(jsonb_build_object('item', whose, 'given_password_hash', '')), '{}', who, who_named, at_moment);
    END IF;
    IF rule IS NOT NULL THEN
      RETURN rule;
    END IF;
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', account, verifier);
  RETURN NULL;
END $$;
