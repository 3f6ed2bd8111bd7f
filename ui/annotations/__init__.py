"""The threads of annotations: their list, boxes and form, and what connects them with a text."""
