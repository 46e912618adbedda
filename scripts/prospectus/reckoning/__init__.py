"""What follows from the records: sums of hours, refunds, verdicts on hours, what a catalog holds.

A school or a record goes in, plain frozen values come out. Checks and pages both ask here, so that a number on a page
and the number a rule has looked at are the same. It knows no page, no address and no finding.
"""
