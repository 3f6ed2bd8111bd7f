"""Letters and papers of the office: wording (pure), page layout, and the services that issue numbered letters."""
