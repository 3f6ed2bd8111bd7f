-- What the portal may ask: how it stands with a petition, by its tracking code and the last digits of the sender's phone.

-- A transaction that is rolled back, or a statement that is cancelled, leaves nothing that counts. So asking takes two
-- steps: `app.portal_ask` writes the inquiry, and `app.portal_status` answers it once it is committed. Every inquiry
-- counts as a wrong one until it was answered, whoever else asks at the same time, so that no lock is needed: of those
-- that are committed one after the other, each one is answered in sight of all before it.

-- Whether there are too many inquiries beside one: so often a minute the portal as a whole asks at most, and after five
-- wrong ones a code is silent for an hour.
CREATE OR REPLACE FUNCTION app.portal_asks_too_often(wanted text, beside bigint) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (SELECT count(*) FROM public.portal_inquiry i
      WHERE i.id <> beside AND i.asked_at > clock_timestamp() - interval '1 minute') >= 300
    OR (SELECT count(*) FROM public.portal_inquiry i WHERE i.id <> beside AND i.tracking_code = wanted
      AND i.found IS NOT TRUE AND i.asked_at > clock_timestamp() - interval '1 hour') >= 5
$$;

-- Writes an inquiry down, and returns its number; compares nothing. `code` and `digits` in Persian, Arabic or Latin digits.
CREATE OR REPLACE FUNCTION app.portal_ask(code text, digits text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted text := left(regexp_replace(translate(code, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'), '\D', '', 'g'), 13);
  given text := left(regexp_replace(translate(digits, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'), '\D', '', 'g'), 12);
  made bigint;
BEGIN
  -- Nobody waits for who deletes the same.
  DELETE FROM public.portal_inquiry WHERE id IN (SELECT i.id FROM public.portal_inquiry i
    WHERE i.asked_at < clock_timestamp() - interval '1 day' FOR UPDATE SKIP LOCKED);
  IF app.portal_asks_too_often(wanted, 0) THEN
    RAISE configuration_limit_exceeded USING MESSAGE = 'asked too often';
  END IF;
  INSERT INTO public.portal_inquiry (tracking_code, digits, asked_at)
    VALUES (coalesce(wanted, ''), coalesce(given, ''), clock_timestamp()) RETURNING id INTO made;
  RETURN made;
END $$;

-- Answers an inquiry that was committed within the last minute, once: nothing but the state, the days, and the answer that
-- was given, with what became of it (`app.delivery_of`). Nobody learns whether a code exists: a wrong code and wrong digits
-- are answered alike, after the same while.
CREATE OR REPLACE FUNCTION app.portal_status(inquiry bigint)
RETURNS TABLE (status text, outcome text, received_on date, due_on date, resolved_on date, answer text, delivery text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked record;
  whose bigint;
BEGIN
  -- Before anything is compared: who breaks it off has learnt nothing.
  PERFORM pg_sleep(0.2);
  SELECT i.tracking_code, i.digits INTO asked FROM public.portal_inquiry i
    WHERE i.id = inquiry AND i.found IS NULL AND age(i.xmin) > 0
      AND i.asked_at > clock_timestamp() - interval '1 minute' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no inquiry that waits for an answer';
  END IF;
  IF app.portal_asks_too_often(asked.tracking_code, inquiry) THEN
    RAISE configuration_limit_exceeded USING MESSAGE = 'asked too often';
  END IF;
  SELECT p.id INTO whose FROM public.petition p JOIN public.petitioner_identity r
      ON r.petitioner_id = p.petitioner_id
    WHERE p.tracking_code = asked.tracking_code AND p.masked_at IS NULL AND length(asked.digits) >= 4
      AND r.mobile IS NOT NULL AND right(r.mobile, length(asked.digits)) = asked.digits;
  UPDATE public.portal_inquiry SET found = whose IS NOT NULL, digits = '' WHERE id = inquiry;
  RETURN QUERY
    SELECT p.status::text, p.outcome::text, (p.received_at AT TIME ZONE 'Asia/Tehran')::date, p.due_on,
      (p.resolved_at AT TIME ZONE 'Asia/Tehran')::date,
      CASE WHEN p.is_open THEN NULL ELSE (SELECT y.text FROM public.reply y
        WHERE y.petition_id = p.id AND y.sent_at IS NOT NULL ORDER BY y.id DESC LIMIT 1) END,
      app.delivery_of(p.id)
    FROM public.petition p WHERE p.id = whose;
END $$;
