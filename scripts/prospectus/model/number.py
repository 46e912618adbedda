"""Numbers with a fraction, as a catalog prints them: hours, money, percentages, credits. Knows none of these."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

Number = Annotated[Decimal, Field(le=1_000_000_000)]
"""A number up to a thousand million. A larger one is a slip, and sums with cents could not be made of it."""
