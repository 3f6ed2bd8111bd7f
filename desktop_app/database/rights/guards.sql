-- The triggers that call the functions of functions.sql.

CREATE OR REPLACE TRIGGER guard_new BEFORE INSERT ON petition
  FOR EACH ROW EXECUTE FUNCTION app.guard_new_petition();
CREATE OR REPLACE TRIGGER reach_more AFTER INSERT ON referral REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_reach();
CREATE OR REPLACE TRIGGER reach_less AFTER DELETE ON referral REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_reach();
CREATE OR REPLACE TRIGGER begin_seen_by BEFORE INSERT ON petition_search
  FOR EACH ROW EXECUTE FUNCTION app.begin_seen_by();
CREATE OR REPLACE TRIGGER keep_seen_by AFTER UPDATE OF unit_id, assignee_id, reach ON petition
  FOR EACH ROW WHEN ((NEW.unit_id, NEW.assignee_id, NEW.reach) IS DISTINCT FROM
    (OLD.unit_id, OLD.assignee_id, OLD.reach)) EXECUTE FUNCTION app.keep_seen_by();
CREATE OR REPLACE TRIGGER guard_intake BEFORE UPDATE ON intake_submission
  FOR EACH ROW EXECUTE FUNCTION app.guard_intake();
DROP TRIGGER IF EXISTS aside_leaves_event ON intake_submission;
CREATE CONSTRAINT TRIGGER aside_leaves_event AFTER UPDATE ON intake_submission DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state <> OLD.state AND 'aside' IN (OLD.state, NEW.state))
  EXECUTE FUNCTION app.check_aside_event();
-- Before the chain of hashes is made: triggers go by their names.
CREATE OR REPLACE TRIGGER a_own_name BEFORE INSERT ON event
  FOR EACH ROW EXECUTE FUNCTION app.guard_event();
DROP TRIGGER IF EXISTS all_used ON counter;
CREATE CONSTRAINT TRIGGER all_used AFTER UPDATE ON counter DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_register();
CREATE OR REPLACE TRIGGER bears_its_number BEFORE INSERT ON issued_report
  FOR EACH ROW EXECUTE FUNCTION app.guard_issued_report();
DROP TRIGGER IF EXISTS report_leaves_event ON issued_report;
CREATE CONSTRAINT TRIGGER report_leaves_event AFTER INSERT ON issued_report DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_issued_event();
CREATE OR REPLACE TRIGGER name_stays BEFORE UPDATE ON person
  FOR EACH ROW EXECUTE FUNCTION app.guard_person();
CREATE OR REPLACE TRIGGER holds_nothing BEFORE UPDATE ON unit
  FOR EACH ROW EXECUTE FUNCTION app.guard_unit();
DROP TRIGGER IF EXISTS somebody_administers ON person_role;
CREATE CONSTRAINT TRIGGER somebody_administers AFTER UPDATE OR DELETE ON person_role DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_administrator();
DROP TRIGGER IF EXISTS somebody_administers ON person;
CREATE CONSTRAINT TRIGGER somebody_administers AFTER UPDATE ON person DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_administrator();
CREATE OR REPLACE TRIGGER guard_letter BEFORE INSERT ON letter
  FOR EACH ROW EXECUTE FUNCTION app.guard_letter();
DROP TRIGGER IF EXISTS letter_leaves_event ON letter;
CREATE CONSTRAINT TRIGGER letter_leaves_event AFTER INSERT ON letter DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_letter_event();

-- What is administered leaves an event: of these tables, of these kinds of items.
DO $$
DECLARE
  told record;
BEGIN
  FOR told IN SELECT * FROM (VALUES
      ('person', ARRAY['person']), ('person_role', ARRAY['person']), ('deputy', ARRAY['deputy']),
      ('unit', ARRAY['unit']), ('setting', ARRAY['office']), ('closed_day', ARRAY['closed_day', 'office']),
      ('deadline_rule', ARRAY['office']), ('routing_rule', ARRAY['routing_rule']),
      ('letter_template', ARRAY['letter_template']), ('message_template', ARRAY['message_template']),
      ('reply_template', ARRAY['reply_template', 'own_reply']), ('office_service', ARRAY['office_service']),
      ('intake_source', ARRAY['intake_source']), ('label', ARRAY['label']), ('window_floor', ARRAY['office']),
      ('improvement', ARRAY['improvement']), ('expert', ARRAY['expert'])) AS told (name, kinds) LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS administration_is_told ON %I', told.name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER administration_is_told AFTER INSERT OR UPDATE OR DELETE ON %I'
      ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_told(%s)',
      told.name, (SELECT string_agg(quote_literal(kind), ', ') FROM unnest(told.kinds) kind));
  END LOOP;
END $$;
-- Comments that come in are told by their draft, or each of them.
DROP TRIGGER IF EXISTS coming_is_told ON public_comment;
CREATE CONSTRAINT TRIGGER coming_is_told AFTER INSERT ON public_comment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_told('comment', 'instrument');
CREATE OR REPLACE TRIGGER known_stays BEFORE UPDATE ON petitioner
  FOR EACH ROW WHEN (app.by_hand() AND (
    coalesce(OLD.national_id, '') NOT IN ('', coalesce(NEW.national_id, ''))
    OR coalesce(OLD.mobile, '') NOT IN ('', coalesce(NEW.mobile, ''))
    OR coalesce(OLD.email, '') NOT IN ('', coalesce(NEW.email, '')))) EXECUTE FUNCTION app.guard_petitioner();
DROP TRIGGER IF EXISTS file_is_told ON stored_file;
CREATE CONSTRAINT TRIGGER file_is_told AFTER INSERT ON stored_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_file_event();
-- Who merges labels moves them between petitions, and the label tells of it.
DROP TRIGGER IF EXISTS merging_is_told ON petition_label;
CREATE CONSTRAINT TRIGGER merging_is_told AFTER INSERT OR UPDATE OR DELETE ON petition_label
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (app.by_hand()) EXECUTE FUNCTION app.check_told('label');
