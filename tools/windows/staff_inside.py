"""Run by the Python of Windows: gives a new department its staff, and signs in as one of them, as the window does.

The owner's address with the password is in the variable MOSHAREKAT_OWNER.
"""

from __future__ import annotations

import os

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import PASSWORD, fill_office

CLERK = "rezaei"


def main() -> None:
    owner = open_services(os.environ["MOSHAREKAT_OWNER"], prepare_schema=False)
    fill_office(owner)
    services, actor = sign_in(owner, CLERK, PASSWORD)
    made = services.register.register(
        actor,
        NewPetition(
            kind=Kind.REQUEST,
            channel=Channel.PHONE,
            text="این درخواست از ویندوز با اتصال رمزنگاری‌شده رسید.",
            subject="آزمون ویندوز",
            contact=Contact(name="علی کریمی"),
        ),
    )
    read = services.desk.peek(actor, made.id)
    with services.database.engine.connect() as connection:
        encrypted = connection.exec_driver_sql(
            "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).one()
    assert encrypted.ssl, "the connection is not encrypted"
    assert read.subject == "آزمون ویندوز", read.subject
    services.close()
    owner.close()
    print(f"{CLERK} signed in, {encrypted.version}")


if __name__ == "__main__":
    main()
