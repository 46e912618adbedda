"""Reading: a school's files become a School and findings. A broken file is a finding; the rest still loads."""

from prospectus.read.school_reading import SchoolReading, read_school

__all__ = ["SchoolReading", "read_school"]
