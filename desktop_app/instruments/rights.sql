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
