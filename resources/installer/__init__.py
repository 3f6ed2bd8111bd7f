"""What the frozen program and the set-up of Windows are made with. Neither the wheel nor the program contains it."""
