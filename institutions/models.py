"""The institutions' models; each lives in the file of its subject."""

from institutions.directory import DirectoryPage
from institutions.profiles import InstitutionField, InstitutionPage
from institutions.terms import District, Field, InstitutionKind

__all__ = ["DirectoryPage", "District", "Field", "InstitutionField", "InstitutionKind", "InstitutionPage"]
