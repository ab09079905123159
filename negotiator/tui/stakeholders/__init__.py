"""Delegations and stakeholders: found, filtered, added."""
