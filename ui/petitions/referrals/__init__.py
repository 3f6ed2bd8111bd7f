"""Fields and words of referrals."""
