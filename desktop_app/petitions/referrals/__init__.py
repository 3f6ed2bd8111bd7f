"""Referrals (ارجاع): main and side referrals, and the custody of a petition."""
