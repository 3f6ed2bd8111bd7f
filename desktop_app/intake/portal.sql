-- What the portal may ask: how it stands with a petition, by its tracking code and the last digits of the sender's phone.

-- Nothing but the state, the days, and the answer that was sent. Nobody learns whether a code exists: a wrong code and
-- wrong digits are answered alike, after the same while. After five wrong ones a code is silent for an hour, and the
-- portal as a whole asks so often a minute at most. `code` and `digits` in Persian, Arabic or Latin digits.
CREATE OR REPLACE FUNCTION app.portal_status(code text, digits text)
RETURNS TABLE (status text, outcome text, received_on date, due_on date, resolved_on date, answer text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted text := regexp_replace(translate(code, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'), '\D', '', 'g');
  given text := regexp_replace(translate(digits, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'), '\D', '', 'g');
  whose bigint;
BEGIN
  -- One after the other: nobody is quicker by asking many times at once.
  PERFORM pg_advisory_xact_lock(4072918357);
  DELETE FROM public.portal_inquiry WHERE asked_at < now() - interval '1 day';
  IF (SELECT count(*) FROM public.portal_inquiry WHERE asked_at > now() - interval '1 minute') >= 300
     OR (SELECT count(*) FROM public.portal_inquiry i WHERE i.tracking_code = wanted AND NOT i.found
         AND i.asked_at > now() - interval '1 hour') >= 5 THEN
    RAISE configuration_limit_exceeded USING MESSAGE = 'asked too often';
  END IF;
  SELECT p.id INTO whose FROM public.petition p JOIN public.petitioner_identity r
      ON r.petitioner_id = p.petitioner_id
    WHERE p.tracking_code = wanted AND p.masked_at IS NULL AND length(given) >= 4 AND r.mobile IS NOT NULL
      AND right(r.mobile, length(given)) = given;
  INSERT INTO public.portal_inquiry (tracking_code, asked_at, found)
    VALUES (left(wanted, 12), clock_timestamp(), whose IS NOT NULL);
  IF whose IS NULL THEN
    PERFORM pg_sleep(0.2);
    RETURN;
  END IF;
  RETURN QUERY
    SELECT p.status::text, p.outcome::text, (p.received_at AT TIME ZONE 'Asia/Tehran')::date, p.due_on,
      (p.resolved_at AT TIME ZONE 'Asia/Tehran')::date,
      CASE WHEN p.is_open THEN NULL ELSE (SELECT y.text FROM public.reply y
        WHERE y.petition_id = p.id AND y.sent_at IS NOT NULL ORDER BY y.id DESC LIMIT 1) END
    FROM public.petition p WHERE p.id = whose;
END $$;
