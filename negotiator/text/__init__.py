"""What a negotiated text is: provisions, labels, brackets and words, without input or output."""
