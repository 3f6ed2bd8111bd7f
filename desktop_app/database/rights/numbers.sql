-- Keyed hashes of numbers that identify people (`database/number_keys.py`): HMAC-SHA-256 with a secret that no login reads.

-- Makes the secret, once. Two random UUIDs have 244 random bits.
CREATE OR REPLACE FUNCTION app.make_number_secret() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  secret bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') || repeat('00', 32), 'hex');
  inner_key bytea := secret;
  outer_key bytea := secret;
BEGIN
  IF EXISTS (SELECT 1 FROM public.number_secret) THEN
    RETURN;
  END IF;
  FOR place IN 0..63 LOOP
    inner_key := set_byte(inner_key, place, get_byte(secret, place) # 54);
    outer_key := set_byte(outer_key, place, get_byte(secret, place) # 92);
  END LOOP;
  INSERT INTO public.number_secret (id, inner_pad, outer_pad) VALUES (1, inner_key, outer_key) ON CONFLICT DO NOTHING;
END $$;

-- The key of a number; NULL for NULL, and before there is a secret.
CREATE OR REPLACE FUNCTION app.number_key(number text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT left('k' || encode(sha256(s.outer_pad || sha256(s.inner_pad || convert_to(number, 'UTF8'))), 'hex'), 40)
  FROM public.number_secret s
$$;

-- The keys of some numbers.
CREATE OR REPLACE FUNCTION app.number_keys(numbers text[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(left('k' || encode(sha256(s.outer_pad || sha256(s.inner_pad || convert_to(n, 'UTF8'))), 'hex'), 40)), '{}')
  FROM unnest(numbers) AS n CROSS JOIN public.number_secret s WHERE n <> ''
$$;

-- The key of a row as it is stored (`database/sameness.py`). A hash of a row's words could be tried with numbers; the
-- hash with the secret cannot. The key of a text is one for the whole statement, even of the one that makes the secret:
-- so the function is stable, and a key is found by its index.
CREATE OR REPLACE FUNCTION app.row_key(told text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN app.row_key_of('', told);
END $$;

-- The same for rows of another purpose (`database.sameness.RowKind`): the key of a comment, or of a submission, that
-- somebody makes of a petition's words tells nothing of the petition.
CREATE OR REPLACE FUNCTION app.row_key_of(purpose text, told text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN told LIKE 'content:%' THEN app.new_key(purpose || told) ELSE told END
$$;

-- The key of a word; the secret is made if there is none.
CREATE OR REPLACE FUNCTION app.new_key(word text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.number_secret) THEN
    PERFORM app.make_number_secret();
  END IF;
  RETURN app.number_key(word);
END $$;
