"""Two small texts: one paragraph edited, one the same, one gone, one new."""

OLD = "I. Aims\n\n1. States shall act, and do so soon.\n\n2. Nobody pays for it.\n\n3. This one goes.\n"
NEW = "I. Aims\n\n1. States should act, and do so soon.\n\n2. Nobody pays for it.\n\n4. Something else.\n"
