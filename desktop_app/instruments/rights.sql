-- Locks a draft until the end of the transaction, for whoever writes what belongs to it.
CREATE OR REPLACE FUNCTION app.hold_draft(draft bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT 1 FROM public.instrument i WHERE i.id = draft FOR NO KEY UPDATE
$$;

-- What a comment shows of a sender who left a number or an address instead of a name (`comments/senders.py`).
CREATE OR REPLACE FUNCTION app.masked_sender(told text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN app.identifies(told) THEN app.masked(told) ELSE told END
$$;

-- The key by which such senders are counted; empty for others. It is none of the register's (`number_key`).
CREATE OR REPLACE FUNCTION app.sender_key(told text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN CASE WHEN app.identifies(told) THEN app.new_key('sender:' || app.bare_identifier(told)) ELSE '' END;
END $$;

-- The comments that an instrument has of these keys (`comments_there`), for whoever registers comments.
CREATE OR REPLACE FUNCTION app.comments_there(draft bigint, keys text[]) RETURNS TABLE (told text, comment bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.at_desk() OR app.has_role('reviewer', NULL) THEN
    RETURN QUERY WITH asked AS MATERIALIZED (SELECT k.key, app.row_key_of('comment:', k.key) AS stored FROM unnest(keys) AS k (key))
      SELECT a.key, c.id FROM asked a JOIN public.public_comment c ON c.identity_key = a.stored AND c.instrument_id = draft;
  END IF;
END $$;

-- Whole senders of comments: of one comment whose sender whoever asks has read, or of a draft, today.
CREATE OR REPLACE FUNCTION app.comment_senders(asked bigint[]) RETURNS TABLE (comment bigint, sender text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  since timestamptz := app.midnight(clock_timestamp());
BEGIN
  RETURN QUERY SELECT c.id, s.sender::text FROM public.public_comment c JOIN public.comment_sender s ON s.comment_id = c.id
    WHERE c.id = ANY (asked) AND (app.is_program() OR EXISTS (
      SELECT 1 FROM public.event e WHERE e.actor_id = app.me() AND e.at >= since AND age(e.xmin) > 0
        AND (e.item_type = 'comment' AND e.item_id = c.id AND e.action IN ('sender_read', 'hidden_read')
          OR e.item_type = 'instrument' AND e.item_id = c.instrument_id AND e.action = 'senders_read'
            AND c.hidden_reason IS NULL)));
END $$;

-- The mobile number or e-mail address that the sender of a comment left, NULL for anything else; as
-- `people.identity.reachable`. No login calls it: whoever takes messages into a batch gets it (`app.take_messages`).
CREATE OR REPLACE FUNCTION app.contact_of(whose bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(app.mobile_in(s.sender), CASE
    WHEN length(btrim(s.sender)) <= 120 AND btrim(s.sender) ~ '^[!-~]+$' AND btrim(s.sender) !~ '["(),:;<>\[\]\\]'
      AND btrim(s.sender) ~ '^[^@]{1,64}@[^@]+\.[^@.]{2,}$' THEN btrim(s.sender) END)
  FROM public.comment_sender s WHERE s.comment_id = whose
$$;

-- How the sender of a comment is reached: sms, email, or empty. It says no more of the sender than that.
CREATE OR REPLACE FUNCTION app.way_to(whose bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN c.contact IS NULL THEN '' WHEN position('@' IN c.contact) > 0 THEN 'email' ELSE 'sms' END
  FROM (SELECT app.contact_of(whose) AS contact) c
$$;

-- The same of all comments of a draft, for who may tell their senders what became of them.
CREATE OR REPLACE FUNCTION app.ways_to_senders(draft bigint) RETURNS TABLE (comment bigint, way text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.is_program() OR app.has_role('reviewer', NULL)
     OR app.has_role('manager', (SELECT i.unit_id FROM public.instrument i WHERE i.id = draft)) THEN
    RETURN QUERY SELECT c.id, app.way_to(c.id) FROM public.public_comment c
      JOIN public.comment_sender s ON s.comment_id = c.id WHERE c.instrument_id = draft;
  END IF;
END $$;
