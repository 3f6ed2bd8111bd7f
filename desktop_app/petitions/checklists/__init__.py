"""Checklists (چک‌لیست): points that an administrator defines for a kind or a label, ticked on each petition."""
