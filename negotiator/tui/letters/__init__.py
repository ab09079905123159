"""Letters and other documents of the process: the register, one letter in full, its words, and what is done to it."""
