"""The publishing package of a consultation (`mosharekat publish`), which the portal publishes."""

from __future__ import annotations

from desktop_app.reports.publishing.package import manifest_digest, package_files, write_package

__all__ = ["manifest_digest", "package_files", "write_package"]
