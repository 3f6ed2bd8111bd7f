"""Registration of petitions: tracking codes, reserved codes, correction of a petitioner's data."""
