"""What a negotiation is: values and rules, without input or output."""
